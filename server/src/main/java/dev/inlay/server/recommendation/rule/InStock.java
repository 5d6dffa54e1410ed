package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Product;
import java.util.Optional;

/** Only what can be bought now. */
public record InStock() implements Rule {
    @Override
    public Optional<Broken> brokenBy(Product product) {
        return Broken.when(!product.inStock(), "inStock", "");
    }
}
