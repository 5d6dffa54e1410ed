package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Product;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Only products that the filter lists. */
public record ListFilter(Set<String> productNumbers) implements Rule {
    public ListFilter(Collection<String> productNumbers) {
        this(Set.copyOf(productNumbers));
    }

    @Override
    public Optional<Broken> brokenBy(Product product) {
        return Broken.when(!productNumbers.contains(product.productNumber()), "filter.list", "");
    }
}
