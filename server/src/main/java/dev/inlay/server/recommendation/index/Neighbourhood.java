package dev.inlay.server.recommendation.index;

import java.util.List;

/**
 * What the sessions most like a history lead to.
 *
 * @param others products that the history lacks, best first; the scores of all there are, told or not, add up to 1
 * @param ofHistory how much they lead back to each product of the history, in its order: from 0, not at all, to 1, as
 *        much as to whatever they lead to most
 */
public record Neighbourhood(List<RankedProduct> others, List<Double> ofHistory) {
    public Neighbourhood {
        others = List.copyOf(others);
        ofHistory = List.copyOf(ofHistory);
    }
}
