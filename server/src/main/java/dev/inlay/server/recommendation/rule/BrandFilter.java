package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Product;
import java.util.List;
import java.util.Optional;

/** Only products of one of the brands, case-insensitively. */
public record BrandFilter(List<String> brands) implements Rule {
    public BrandFilter {
        brands = List.copyOf(brands);
    }

    @Override
    public Optional<Broken> brokenBy(Product product) {
        String own = product.brand() == null ? "" : product.brand().strip();
        return Broken.when(brands.stream().noneMatch(own::equalsIgnoreCase), "filter.brand", own);
    }
}
