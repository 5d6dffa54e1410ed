package dev.inlay.server.recommendation.index;

import java.time.Duration;
import java.time.Instant;

/**
 * How near a session is to a history, and what it gives to its products: VMIS-kNN. A session is more alike the newer
 * the products are that it shares with the history, and nearer the younger it is.
 */
final class Nearness {
    private static final double AGEING = Duration.ofDays(100).toMillis();

    private final Sessions sessions;
    private final int compared;
    private final long now;

    /** For a history of which so many products are compared. */
    Nearness(Sessions sessions, int compared, Instant now) {
        this.sessions = sessions;
        this.compared = compared;
        this.now = now.toEpochMilli();
    }

    /** What the product at {@code place} of the history, 0 being the newest, adds to the likeness of its sessions. */
    double weight(int place) {
        return (compared - place) / (double) compared;
    }

    /** Sessions with higher values are nearer; equal ones by age. */
    double of(Sample sample, int at) {
        return sample.likeness[at] * Math.exp(-Math.max(0, now - sample.lasts[at] * 1_000) / AGEING);
    }

    /** Gives to the {@code count} products of a near session, which are in order of touch. */
    void give(Sample sample, int at, int[] products, int count, Scores scores) {
        int shared = sample.shared[at];
        double part = sample.likeness[at] * (1 - 0.1 * (shared + 1));
        for (int i = 0; i < count; i++) {
            scores.give(products[i], shared, part);
        }
    }

    /** What all near sessions together gave to a product, rare products counting more. */
    double score(Scores scores, int at) {
        int total = Math.max(1, sessions.total(scores.product(at)));
        return scores.sum(at) * Math.log(1 + (double) sessions.count() / total);
    }
}
