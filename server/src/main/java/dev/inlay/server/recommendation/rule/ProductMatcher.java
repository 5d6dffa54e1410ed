package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Price;
import dev.inlay.db.catalogue.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a product keeps a {@link ProductFilter} at a time: all given conditions must hold. */
public final class ProductMatcher {
    private final ProductFilter filter;
    private final Instant now;
    private final Set<String> numbers;
    private final List<ProductMatcher> also;

    public ProductMatcher(ProductFilter filter, Instant now) {
        this.filter = filter;
        this.now = now;
        this.numbers = new HashSet<>(filter.productNumbers());
        this.also = filter.also().stream().map(other -> new ProductMatcher(other, now)).toList();
    }

    public boolean matches(Product product) {
        return (numbers.isEmpty() || numbers.contains(product.productNumber()))
                && matchesBrand(product)
                && matchesCategory(product)
                && matchesPrice(product.priceAt(now))
                && filter.attributes().entrySet().stream().allMatch(wanted -> matchesAttribute(product, wanted))
                && also.stream().allMatch(other -> other.matches(product));
    }

    private boolean matchesBrand(Product product) {
        String brand = product.brand() == null ? "" : product.brand().strip();
        return filter.brands().isEmpty() || filter.brands().stream().anyMatch(brand::equalsIgnoreCase);
    }

    private boolean matchesCategory(Product product) {
        return filter.categories().isEmpty() || filter.categories().stream()
                .anyMatch(wanted -> product.hierarchies().stream().anyMatch(path -> lies(path, wanted)));
    }

    /** Whether {@code path} is {@code root} or lies below it. */
    private static boolean lies(List<String> path, List<String> root) {
        if (path.size() < root.size()) {
            return false;
        }
        for (int i = 0; i < root.size(); i++) {
            if (!path.get(i).strip().equalsIgnoreCase(root.get(i).strip())) {
                return false;
            }
        }
        return true;
    }

    private boolean matchesPrice(Optional<Price> price) {
        if (filter.priceMin().isEmpty() && filter.priceMax().isEmpty() && filter.minDiscountPercent() == 0) {
            return true;
        }
        return price.isPresent() && isWithin(price.get().present())
                && price.get().discountPercent() >= filter.minDiscountPercent();
    }

    private boolean isWithin(BigDecimal present) {
        return filter.priceMin().filter(least -> present.compareTo(least) < 0).isEmpty()
                && filter.priceMax().filter(most -> present.compareTo(most) > 0).isEmpty();
    }

    private static boolean matchesAttribute(Product product, Map.Entry<String, List<String>> wanted) {
        String single = product.extraData().get(wanted.getKey());
        List<String> several = product.extraDataList().getOrDefault(wanted.getKey(), List.of());
        return wanted.getValue().stream().anyMatch(value ->
                value.equalsIgnoreCase(single) || several.stream().anyMatch(value::equalsIgnoreCase));
    }
}
