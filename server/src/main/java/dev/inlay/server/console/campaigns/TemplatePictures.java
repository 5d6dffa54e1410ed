package dev.inlay.server.console.campaigns;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.Gate;
import dev.inlay.server.newsletter.Previews;
import java.time.InstantSource;
import java.util.Optional;

/** Each template with a product of this very shop. */
final class TemplatePictures implements ConsolePart {
    private final CatalogueStore catalogues;
    private final Previews previews;
    private final InstantSource time;

    TemplatePictures(CatalogueStore catalogues, Previews previews, InstantSource time) {
        this.catalogues = catalogues;
        this.previews = previews;
        this.time = time;
    }

    @Override
    public void routing(Gate gate) {
        gate.get("/templates/{template}.png", this::picture);
    }

    private void picture(ConsoleCall call) throws Exception {
        Catalogue catalogue = catalogues.catalogue(call.website().id());
        Optional<Product> sample = catalogue.products().stream()
                .filter(product -> product.inStock() && catalogue.isShowable(product, time.instant())).findFirst();
        String template = call.path("template");
        call.png(sample.isPresent() ? previews.product(call.website(), template, sample.get())
                : previews.neutral(call.website(), template));
    }
}
