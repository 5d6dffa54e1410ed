package dev.inlay.server.recommendation.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which products may be shown; all given conditions must hold (contract 5.4).
 *
 * @param brands one of them, case-insensitively; empty = any
 * @param categories paths from the root such as [Shoes, Sneakers], each with its subtree; empty = any
 * @param minDiscountPercent 0 = none
 * @param productNumbers one of them; empty = any
 * @param attributes each named attribute ({@code extraData} or {@code extraDataList}) has one of the values
 * @param also further filters, all of which must hold
 */
public record ProductFilter(List<String> brands, List<List<String>> categories, Optional<BigDecimal> priceMin,
        Optional<BigDecimal> priceMax, int minDiscountPercent, List<String> productNumbers,
        Map<String, List<String>> attributes, List<ProductFilter> also) {
    public static final ProductFilter NONE = new ProductFilter(List.of(), List.of(), Optional.empty(),
            Optional.empty(), 0, List.of(), Map.of());

    public ProductFilter {
        brands = List.copyOf(brands);
        categories = List.copyOf(categories);
        productNumbers = List.copyOf(productNumbers);
        attributes = Map.copyOf(attributes);
        also = List.copyOf(also);
    }

    /** Without further filters. */
    public ProductFilter(List<String> brands, List<List<String>> categories, Optional<BigDecimal> priceMin,
            Optional<BigDecimal> priceMax, int minDiscountPercent, List<String> productNumbers,
            Map<String, List<String>> attributes) {
        this(brands, categories, priceMin, priceMax, minDiscountPercent, productNumbers, attributes, List.of());
    }

    /** Holds where all of {@code filters} hold. */
    public static ProductFilter all(List<ProductFilter> filters) {
        return new ProductFilter(List.of(), List.of(), Optional.empty(), Optional.empty(), 0, List.of(), Map.of(),
                filters);
    }
}
