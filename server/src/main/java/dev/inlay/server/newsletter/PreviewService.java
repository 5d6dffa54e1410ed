package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.ProductPath;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.http.Routes;
import dev.inlay.templates.Template;
import dev.inlay.templates.TemplateLibrary;
import dev.inlay.templates.TileStyle;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Tiles for the operator (contract 5.10), below {@code /api/websites/{websiteUuid}}. Never locks and never counts. */
public final class PreviewService implements HttpService {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TILE = "/tile.png";

    private final CampaignAccess access;
    private final Mailings mailings;
    private final Letters letters;
    private final Personalization personalization;
    private final CatalogueStore catalogues;
    private final TemplateLibrary templates;
    private final TilePainter painter;
    private final TileCache cache;
    private final NeutralPictures neutral;

    PreviewService(CampaignAccess access, Mailings mailings, Letters letters, Personalization personalization,
            CatalogueStore catalogues, TemplateLibrary templates, TilePainter painter, TileCache cache,
            NeutralPictures neutral) {
        this.access = access;
        this.mailings = mailings;
        this.letters = letters;
        this.personalization = personalization;
        this.catalogues = catalogues;
        this.templates = templates;
        this.painter = painter;
        this.cache = cache;
        this.neutral = neutral;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/campaigns/{campaignId}/preview/{slot}.png", this::preview)
                .head("/campaigns/{campaignId}/preview/{slot}.png", this::preview)
                .any("/campaigns/{campaignId}/preview/{slot}.png", Routes.methodNotAllowed("GET, HEAD"))
                .get("/products/{+path}", this::product)
                .head("/products/{+path}", this::product);
    }

    private void preview(ServerRequest request, ServerResponse response) throws Exception {
        Website website = access.website(request, Scope.READ);
        Mailing mailing = mailings.of(website, access.campaign(request, website));
        OptionalInt slot = TilePath.slot(request.path().pathParameters().get("slot"));
        if (slot.isEmpty()) {
            throw HttpProblem.notFound("slot must be 1 to 24");
        }
        send(request, response, picture(mailing, slot.getAsInt(), request));
    }

    private byte[] picture(Mailing mailing, int slot, ServerRequest request) throws Exception {
        Letter letter = letters.previewed(mailing, RawQuery.parse(request.prologue().query().rawValue()));
        if (slot > mailing.campaign().slots()) {
            return neutral.of(mailing, PATIENCE);
        }
        Assignment assignment = personalization.openedWithoutLock(letter, slot);
        Optional<Product> product = assignment.pick(slot)
                .flatMap(pick -> catalogues.findEver(mailing.website().id(), pick.productNumber()));
        if (product.isEmpty()) {
            return neutral.of(mailing, PATIENCE);
        }
        Template template = mailings.pinned(mailing, assignment.templateVersion());
        return draw(mailing.website(), mailing.style(), template, product.get());
    }

    private void product(ServerRequest request, ServerResponse response) throws Exception {
        if (!ProductPath.isBelowProduct(request, TILE)) {
            response.next();
            return;
        }
        Website website = access.website(request, Scope.READ);
        Product product = catalogues.catalogue(website.id()).find(ProductPath.number(request, TILE))
                .orElseThrow(() -> HttpProblem.notFound("no such product"));
        String name = RawQuery.parse(request.prologue().query().rawValue()).first("template")
                .orElse(CampaignParser.DEFAULT_TEMPLATE);
        Template template = templates.find(name).orElseThrow(() -> HttpProblem.notFound("no such template"));
        TileStyle style = new TileStyle(website.name(), website.currency(), website.locale(),
                website.settings().priceFormat(), Map.of());
        send(request, response, draw(website, style, template, product));
    }

    private byte[] draw(Website website, TileStyle style, Template template, Product product) throws Exception {
        TileDraft draft = painter.draft(website, style, template, product, catalogues.catalogue(website.id()));
        return cache.tile(draft.key(), () -> painter.draw(draft), PATIENCE).bytes();
    }

    private static void send(ServerRequest request, ServerResponse response, byte[] png) {
        response.header(HeaderNames.CONTENT_TYPE, "image/png").header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
        Answer.entity(request, response, png);
    }
}
