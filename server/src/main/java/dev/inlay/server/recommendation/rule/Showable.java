package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import java.time.Instant;
import java.util.Optional;

/** Only what a tile can show: with title, URL, price at the time, and a photo that is ready. */
public record Showable(Catalogue catalogue, Instant now) implements Rule {
    static final String NAME = "showable";

    @Override
    public Optional<Broken> brokenBy(Product product) {
        return catalogue.isShowable(product, now) ? Optional.empty() : Optional.of(new Broken(NAME, missing(product)));
    }

    private String missing(Product product) {
        return product.title() == null || product.title().isBlank() ? "title"
                : product.url() == null || product.url().isBlank() ? "url"
                : product.priceAt(now).isEmpty() ? "price" : "photo";
    }
}
