package dev.inlay.server.recommendation.strategy;

import dev.inlay.server.recommendation.index.RankedProduct;
import java.util.List;
import java.util.Map;

/**
 * A product that a strategy found, before the rules.
 *
 * @param score higher is better, comparable within one strategy only
 * @param parts what the score is the sum of, by name; empty where it has no parts
 * @param becauseOf products of the history that led to it, the weightiest first; at most three are kept
 */
public record Candidate(String productNumber, double score, Map<String, Double> parts, List<String> becauseOf) {
    private static final int REASONS = 3;

    public Candidate {
        parts = Map.copyOf(parts);
        becauseOf = List.copyOf(becauseOf.subList(0, Math.min(REASONS, becauseOf.size())));
    }

    static Candidate of(String productNumber, double score) {
        return new Candidate(productNumber, score, Map.of(), List.of());
    }

    static Candidate because(String productNumber, double score, List<String> becauseOf) {
        return new Candidate(productNumber, score, Map.of(), becauseOf);
    }

    /** A product that leads to itself. */
    static Candidate itself(String productNumber, double score) {
        return because(productNumber, score, List.of(productNumber));
    }

    static Candidate of(RankedProduct product) {
        return because(product.productNumber(), product.score(), product.becauseOf());
    }
}
