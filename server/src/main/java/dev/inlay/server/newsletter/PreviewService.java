package dev.inlay.server.newsletter;

import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.ProductPath;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.http.Routes;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.OptionalInt;

/** Tiles for the operator (contract 5.10), below {@code /api/websites/{websiteUuid}}. Never locks and never counts. */
public final class PreviewService implements HttpService {
    private static final String TILE = "/tile.png";

    private final CampaignAccess access;
    private final CatalogueStore catalogues;
    private final Previews previews;

    PreviewService(CampaignAccess access, CatalogueStore catalogues, Previews previews) {
        this.access = access;
        this.catalogues = catalogues;
        this.previews = previews;
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
        OptionalInt slot = TilePath.slot(request.path().pathParameters().get("slot"));
        if (slot.isEmpty()) {
            throw HttpProblem.notFound("slot must be 1 to 24");
        }
        send(request, response,
                previews.slot(website, access.campaign(request, website), slot.getAsInt(), query(request)));
    }

    private void product(ServerRequest request, ServerResponse response) throws Exception {
        if (!ProductPath.isBelowProduct(request, TILE)) {
            response.next();
            return;
        }
        Website website = access.website(request, Scope.READ);
        Product product = catalogues.catalogue(website.id()).find(ProductPath.number(request, TILE))
                .orElseThrow(() -> HttpProblem.notFound("no such product"));
        RawQuery query = query(request);
        String template = query.first("template").orElse(CampaignParser.DEFAULT_TEMPLATE);
        send(request, response, previews.product(website, template, product, LiveParser.firstName(query)));
    }

    private static RawQuery query(ServerRequest request) {
        return RawQuery.parse(request.prologue().query().rawValue());
    }

    private static void send(ServerRequest request, ServerResponse response, byte[] png) {
        response.header(HeaderNames.CONTENT_TYPE, "image/png").header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
        Answer.entity(request, response, png);
    }
}
