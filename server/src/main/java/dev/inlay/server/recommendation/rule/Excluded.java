package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Product;
import java.util.Optional;
import java.util.Set;

/** Not what the operator excluded, whoever else wants it shown. */
public record Excluded(Set<String> productNumbers) implements Rule {
    public Excluded {
        productNumbers = Set.copyOf(productNumbers);
    }

    @Override
    public Optional<Broken> brokenBy(Product product) {
        return Broken.when(productNumbers.contains(product.productNumber()), "excluded", "");
    }
}
