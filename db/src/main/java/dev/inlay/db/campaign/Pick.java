package dev.inlay.db.campaign;

import java.util.List;

/**
 * A recommended product.
 *
 * @param strategy the strategy that found it, as on the wire
 * @param score higher is better, comparable within one strategy only
 * @param becauseOf up to three products of the history that led to it
 */
public record Pick(String productNumber, String strategy, double score, List<String> becauseOf) {
    public Pick {
        becauseOf = List.copyOf(becauseOf);
    }
}
