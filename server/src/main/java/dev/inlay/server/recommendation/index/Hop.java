package dev.inlay.server.recommendation.index;

import java.time.Instant;

/**
 * One step from products to those of their sessions: the 200 nearest of the sessions that share one with them give to
 * their products. Emptied and used again; for one thread.
 */
final class Hop {
    private static final int NEAREST = 200;

    private final Sessions sessions;
    private final Sample sample = new Sample();
    private final int[] from = new int[Neighbours.COMPARED];
    private final double[] weights = new double[Neighbours.COMPARED];
    private int count;
    private final double[] nearness = new double[Sample.CAPACITY];
    private final long[] keys = new long[Sample.CAPACITY];
    private final Farthest nearest = new Farthest();
    private final int[] touched = new int[SessionBlocks.MAX_PRODUCTS];

    Hop(Sessions sessions) {
        this.sessions = sessions;
    }

    void clear() {
        count = 0;
        sample.clear();
        nearest.clear();
    }

    /** Begins at {@code product} too, weightiest first, at most ten; {@link ProductNumbers#NONE} leads nowhere. */
    void from(int product, double weight) {
        from[count] = product;
        weights[count++] = weight;
    }

    /** Gives to the products it reaches. */
    void go(SessionTable table, Nearness near, boolean byDistance, Instant now, Scores scores) {
        for (int place = 0; place < count; place++) {
            if (from[place] != ProductNumbers.NONE) {
                sample.take(table, from[place], place, weights[place]);
            }
        }
        for (int at : nearest(table, near, now)) {
            give(table, near, at, byDistance, scores);
        }
        long all = sessions.joined();
        for (int at = 0; at < scores.size(); at++) {
            scores.multiply(at, Nearness.rarity(all, sessions.total(scores.product(at))));
        }
    }

    private int[] nearest(SessionTable table, Nearness near, Instant now) {
        for (int at = 0; at < sample.size(); at++) {
            int session = sample.sessions[at];
            nearness[at] = near.of(sample.likeness[at], table.last(session), table.lengthOf(session), now);
            keys[at] = ScoreOrder.key(nearness[at]);
            nearest.keepLast(at, NEAREST);
        }
        return nearest.drainBackwards();
    }

    private void give(SessionTable table, Nearness near, int at, boolean byDistance, Scores scores) {
        int length = table.productsOf(sample.sessions[at], touched);
        int shared = 0;
        while (byDistance && shared < length - 1 && touched[shared] != from[sample.first[at]]) {
            shared++;
        }
        for (int place = 0; place < length; place++) {
            double value = byDistance ? nearness[at] * near.distance(Math.abs(place - shared)) : nearness[at];
            scores.give(touched[place], value, sample.shared[at], weights);
        }
    }

    /** Places of the sample, the farthest session first, of equally near ones the oldest. */
    private final class Farthest extends Heap {
        Farthest() {
            super(NEAREST);
        }

        @Override
        boolean isBefore(int one, int other) {
            return keys[one] != keys[other] ? keys[one] < keys[other] : sample.sessions[one] < sample.sessions[other];
        }
    }
}
