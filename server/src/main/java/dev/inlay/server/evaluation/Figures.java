package dev.inlay.server.evaluation;

import java.util.List;

/**
 * How well one way of picking met what people did.
 *
 * @param questions how often was asked
 * @param persons how many people those were
 * @param hits the share of questions whose answer held the next product among the first 1, 3, 6 and 20
 * @param mrr the mean of 1 / rank of the next product, 0 where it is not among the first 20
 * @param coverage the share of all products that were shown to anybody
 */
public record Figures(int questions, int persons, List<Estimate> hits, Estimate mrr, double coverage) {
    public Figures {
        hits = List.copyOf(hits);
    }
}
