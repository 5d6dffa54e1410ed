package dev.inlay.server.recommendation.index;

import java.util.Comparator;
import java.util.List;

/**
 * A product as an index ranks it.
 *
 * @param score higher is better
 * @param becauseOf products that were asked about and led to it, the weightiest first; empty for what is popular
 */
public record RankedProduct(String productNumber, double score, List<String> becauseOf) {
    /** Higher scores first, equal ones by product number. */
    public static final Comparator<RankedProduct> BEST_FIRST = Comparator.comparingDouble(RankedProduct::score)
            .reversed().thenComparing(RankedProduct::productNumber);

    public RankedProduct {
        becauseOf = List.copyOf(becauseOf);
    }

    static RankedProduct of(String productNumber, double score) {
        return new RankedProduct(productNumber, score, List.of());
    }
}
