package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.newsletter.TilePainter.Wish;
import dev.inlay.templates.LiveValues;
import dev.inlay.templates.Template;
import dev.inlay.templates.TemplateLibrary;
import dev.inlay.templates.TileStyle;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Tiles as the operator is shown them (contract 5.10), for the API and the console alike. Never locks and never counts.
 * A template that is not there is 404.
 */
public final class Previews {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Mailings mailings;
    private final Letters letters;
    private final Personalization personalization;
    private final CatalogueStore catalogues;
    private final TemplateLibrary templates;
    private final TilePainter painter;
    private final OpenedTiles tiles;
    private final NeutralPictures neutral;

    Previews(Mailings mailings, Letters letters, Personalization personalization, CatalogueStore catalogues,
            TemplateLibrary templates, TilePainter painter, OpenedTiles tiles, NeutralPictures neutral) {
        this.mailings = mailings;
        this.letters = letters;
        this.personalization = personalization;
        this.catalogues = catalogues;
        this.templates = templates;
        this.painter = painter;
        this.tiles = tiles;
        this.neutral = neutral;
    }

    /** What {@code slot} shows to the recipient whom {@code query} names as mails do. */
    byte[] slot(Website website, Campaign campaign, int slot, RawQuery query) throws Exception {
        Mailing mailing = mailings.of(website, campaign);
        Letter letter = letters.previewed(mailing, query);
        if (slot > campaign.slots()) {
            return neutral.of(mailing, TileFormat.PNG, PATIENCE).bytes();
        }
        Assignment assignment = personalization.openedWithoutLock(letter, slot);
        Optional<String> product = assignment.pick(slot).map(pick -> pick.productNumber());
        return tile(mailing, product, assignment.templateVersion(), letters.live(letter, query));
    }

    /**
     * The tile that {@code campaign} shows, to somebody without a name, of a product that is or ever was; its
     * neutral picture for any other or none.
     *
     * @param templateVersion which of the templates that mails of the campaign were sent with
     */
    public byte[] tile(Website website, Campaign campaign, Optional<String> productNumber, String templateVersion)
            throws Exception {
        Mailing mailing = mailings.of(website, campaign);
        return tile(mailing, productNumber, templateVersion, letters.live(mailing));
    }

    /** The tile of {@code product} as the template called {@code template} draws it by itself. */
    public byte[] product(Website website, String template, Product product) throws Exception {
        return product(website, template, product, Optional.empty());
    }

    /** As above, for somebody called {@code firstName}. */
    byte[] product(Website website, String template, Product product, Optional<String> firstName) throws Exception {
        return draw(new Wish(website, style(website), named(template), TileFormat.PNG,
                new LiveValues(firstName, Optional.empty())), product);
    }

    /** What the template called {@code template} draws where there is no product. */
    public byte[] neutral(Website website, String template) {
        return neutral.of(named(template), style(website), TileFormat.PNG, PATIENCE).bytes();
    }

    private byte[] tile(Mailing mailing, Optional<String> productNumber, String version, LiveValues live)
            throws Exception {
        Optional<Product> product =
                productNumber.flatMap(number -> catalogues.findEver(mailing.website().id(), number));
        return product.isEmpty() ? neutral.of(mailing, TileFormat.PNG, PATIENCE).bytes()
                : draw(new Wish(mailing.website(), mailing.style(), mailings.pinned(mailing, version), TileFormat.PNG,
                        live), product.get());
    }

    private Template named(String template) {
        return templates.find(template).orElseThrow(() -> HttpProblem.notFound("no such template"));
    }

    private static TileStyle style(Website website) {
        return new TileStyle(website.name(), website.currency(), website.locale(),
                website.settings().priceFormat(), Map.of());
    }

    private byte[] draw(Wish wish, Product product) throws Exception {
        TileDraft draft = painter.draft(wish, product, catalogues.catalogue(wish.website().id()));
        return tiles.tile(draft, PATIENCE).bytes();
    }
}
