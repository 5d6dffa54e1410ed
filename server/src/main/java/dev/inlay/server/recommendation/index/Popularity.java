package dev.inlay.server.recommendation.index;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much products are asked for, older demand counting less: half after each half-life.
 *
 * <p>Kept as the binary logarithm of the sum of {@code weight * 2^(time / halfLife)}: the order of two products does
 * not change while time passes, and events may come in any order. Not safe for use by several threads.
 */
final class Popularity {
    private final double halfLife;
    private final Map<String, Double> levels = new HashMap<>();

    Popularity(Duration halfLife) {
        this.halfLife = halfLife.toMillis();
    }

    void add(String product, double weight, Instant time) {
        levels.merge(product, log2(weight) + time.toEpochMilli() / halfLife, Popularity::logOfSum);
    }

    /** All products, most asked for first; equal ones by product number. */
    List<RankedProduct> ranking(Instant now) {
        double level = now.toEpochMilli() / halfLife;
        return levels.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> RankedProduct.of(entry.getKey(), Math.pow(2, entry.getValue() - level)))
                .toList();
    }

    double level(String product) {
        return levels.getOrDefault(product, Double.NEGATIVE_INFINITY);
    }

    private static double logOfSum(double one, double other) {
        double high = Math.max(one, other);
        return high + log2(1 + Math.pow(2, Math.min(one, other) - high));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
