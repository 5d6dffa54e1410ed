package dev.inlay.server.console.products;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.website.Website;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.Gate;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.newsletter.Photos;
import dev.inlay.server.newsletter.Previews;
import dev.inlay.templates.TemplateLibrary;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The products of a website: found, and each with all that is known of it. */
public final class ProductPages implements ConsolePart {
    private static final String SECTION = "Products";
    private static final int THUMBNAIL = 120;

    private final CatalogueStore catalogues;
    private final Photos photos;
    private final Previews previews;
    private final TemplateLibrary templates;
    private final InstantSource time;

    public ProductPages(CatalogueStore catalogues, Photos photos, Previews previews, TemplateLibrary templates,
            InstantSource time) {
        this.catalogues = catalogues;
        this.photos = photos;
        this.previews = previews;
        this.templates = templates;
        this.time = time;
    }

    /** The list. */
    public record ListView(ProductSearch search, List<ProductRow> rows, int found, int all) {
        public ProductState[] states() {
            return ProductState.values();
        }

        public boolean isChosen(ProductState state) {
            return search.state().filter(state::equals).isPresent();
        }

        public int pages() {
            return Math.max(1, (found + ProductSearch.PAGE - 1) / ProductSearch.PAGE);
        }

        /** The query of page {@code number} of the same search. */
        public String query(int number) {
            return "?q=" + encode(search.words()) + "&state=" + search.state().map(ProductState::name).orElse("")
                    + "&page=" + number;
        }

        /** How a link names {@code row}. */
        public String query(ProductRow row) {
            return ProductPages.query(row.product());
        }

        /** How a link names the photo of {@code row}, as it is now. */
        public String photoQuery(ProductRow row) {
            return query(row) + "&photo=" + row.photo().map(Photo::hash).orElse("");
        }
    }

    /** One product. */
    public record ProductView(ProductRow row, List<ProductFact> facts, List<String> templates) {
        public String query() {
            return ProductPages.query(row.product());
        }
    }

    @Override
    public void routing(Gate gate) {
        gate.get("/products", this::list)
                .get("/products/one", this::show)
                .get("/products/photo", this::photo)
                .get("/products/tile", this::tile);
    }

    private void list(ConsoleCall call) {
        Website website = call.website();
        Catalogue catalogue = catalogues.catalogue(website.id());
        Instant now = time.instant();
        ProductSearch search = ProductSearch.from(call.query());
        ProductSearch.Found found = search.in(catalogue, now);
        List<ProductRow> rows = found.products().stream()
                .map(product -> row(website, catalogue, product, now)).toList();
        call.show("products/list", SECTION, SECTION,
                new ListView(search, rows, found.total(), catalogue.products().size()));
    }

    private void show(ConsoleCall call) {
        Product product = product(call);
        ProductRow row = row(call.website(), catalogues.catalogue(call.website().id()), product, time.instant());
        call.show("products/product", SECTION, row.title(),
                new ProductView(row, ProductFact.of(product), List.copyOf(templates.names())));
    }

    private void photo(ConsoleCall call) {
        int websiteId = call.website().id();
        Photo photo = catalogues.catalogue(websiteId).photo(product(call))
                .orElseThrow(() -> HttpProblem.notFound("There is no photo."));
        byte[] png = photos.find(websiteId, photo.url(), photo.hash())
                .orElseThrow(() -> HttpProblem.notFound("The photo is being fetched again."))
                .thumbnail(THUMBNAIL).toPng();
        if (call.query().first("photo").filter(photo.hash()::equals).isPresent()) {
            call.keptPng(png);
        } else {
            call.png(png);
        }
    }

    private void tile(ConsoleCall call) throws Exception {
        call.png(previews.product(call.website(), call.query().first("template").orElse(""), product(call)));
    }

    private Product product(ConsoleCall call) {
        return catalogues.catalogue(call.website().id()).find(call.query().first("number").orElse(""))
                .orElseThrow(() -> HttpProblem.notFound("There is no such product."));
    }

    private static ProductRow row(Website website, Catalogue catalogue, Product product, Instant now) {
        return ProductRow.of(catalogue, product, website.currency().getCurrencyCode(), now);
    }

    private static String query(Product product) {
        return "?number=" + encode(product.productNumber());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
