package dev.inlay.db.campaign;

import java.util.List;
import java.util.Map;

/**
 * A recommended product.
 *
 * @param strategy the strategy that found it, as on the wire
 * @param score higher is better, comparable within one strategy only
 * @param parts what the score is the sum of, by name; empty where it has no parts
 * @param becauseOf up to three products of the history that led to it
 */
public record Pick(String productNumber, String strategy, double score, Map<String, Double> parts,
        List<String> becauseOf) {
    public Pick {
        parts = Map.copyOf(parts);
        becauseOf = List.copyOf(becauseOf);
    }

    /** A pick whose score has no parts. */
    public Pick(String productNumber, String strategy, double score, List<String> becauseOf) {
        this(productNumber, strategy, score, Map.of(), becauseOf);
    }
}
