package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Product;
import java.util.Optional;

/** No product twice. */
public record Duplicate(Chosen chosen) implements Rule {
    @Override
    public Optional<Broken> brokenBy(Product product) {
        return Broken.when(chosen.holds(product.productNumber()), "duplicate", "");
    }
}
