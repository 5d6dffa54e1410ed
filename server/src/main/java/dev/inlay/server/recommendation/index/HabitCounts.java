package dev.inlay.server.recommendation.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counts how shoppers of a website go on, by {@link Gap}: whether they return to what they touched before, depending on
 * how long ago that was, on what they did with it and how often; or whether they go on to what neighbours know. What
 * was counted little is held near to what shops have in common. For one thread.
 */
final class HabitCounts {
    /** How many products of a history count. */
    static final int PLACES = 50;

    private static final int GAPS = Gap.values().length;
    private static final int BUCKETS = 10;
    private static final int KINDS = 3;
    private static final int FACTORS = KINDS + Touched.MOST;
    private static final int EVIDENCES = 8;
    /** So many made-up observations stand beside the counted ones. */
    private static final double SMOOTH = 20;
    /** How much more a product is returned to that was viewed, in the cart, bought; touched 1 to 4 times. */
    private static final double[] LIFTS = {1, 1.5, 0.8, 0.9, 1.3, 1.5, 1.5};
    private static final double[] RETURNS = new double[BUCKETS];

    static {
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            RETURNS[bucket] = SMOOTH * 0.25 / StrictMath.pow(1 + bucket, 1.5);
        }
    }

    private final long[][] seen = new long[GAPS][BUCKETS];
    private final long[][] returned = new long[GAPS][BUCKETS];
    /** Returns that would be if kind and number of touches did not matter. */
    private final double[][] expected = new double[GAPS][FACTORS];
    private final long[][] lifted = new long[GAPS][FACTORS];
    private final long[][] asked = new long[GAPS][EVIDENCES];
    private final long[][] reached = new long[GAPS][EVIDENCES];

    /** Ranks of recency that are counted together: 0, 1, 2, 3, 4, 5 to 6, 7 to 9, 10 to 14, 15 to 24, 25 to 49. */
    static int bucket(int place) {
        return place < 5 ? place : place < 7 ? 5 : place < 10 ? 6 : place < 15 ? 7 : place < 25 ? 8 : 9;
    }

    static int factorOfKind(int kind) {
        return kind;
    }

    static int factorOfTouches(int touches) {
        return KINDS + Math.min(touches, Touched.MOST) - 1;
    }

    /** Numbers of sessions that are counted together: 0, 1, 2 to 3, 4 to 7 and so on, 64 and more. */
    static int evidence(int sessions) {
        return Math.min(EVIDENCES - 1, Integer.SIZE - Integer.numberOfLeadingZeros(sessions));
    }

    /** {@code touched} stood at {@code place} of a history when its owner touched it again, or something else. */
    void see(int gap, int place, int touched, boolean again) {
        int bucket = bucket(place);
        double rate = rate(gap, bucket);
        int kind = factorOfKind(Touched.kind(touched));
        int times = factorOfTouches(Touched.times(touched));
        seen[gap][bucket]++;
        expected[gap][kind] += rate;
        expected[gap][times] += rate;
        if (again) {
            returned[gap][bucket]++;
            lifted[gap][kind]++;
            lifted[gap][times]++;
        }
    }

    /** {@code sessions} led on from the newest product of a history, and whether they led to what was touched next. */
    void go(int gap, int sessions, boolean known) {
        asked[gap][evidence(sessions)]++;
        reached[gap][evidence(sessions)] += known ? 1 : 0;
    }

    Chances chances() {
        return new Chances(byGap(BUCKETS, this::rate), byGap(FACTORS, this::lift), byGap(EVIDENCES, this::reach));
    }

    void write(SnapshotOutput out) throws IOException {
        for (long[] counts : counts()) {
            for (long count : counts) {
                out.putLong(count);
            }
        }
        for (double[] ofGap : expected) {
            for (double value : ofGap) {
                out.putDouble(value);
            }
        }
    }

    static HabitCounts read(SnapshotInput in) throws IOException {
        HabitCounts read = new HabitCounts();
        for (long[] counts : read.counts()) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = Math.max(0, in.takeLong());
            }
        }
        for (double[] ofGap : read.expected) {
            for (int i = 0; i < ofGap.length; i++) {
                ofGap[i] = Math.max(0, in.takeDouble());
            }
        }
        return read;
    }

    private interface Chance {
        double of(int gap, int number);
    }

    private static double[][] byGap(int numbers, Chance chance) {
        double[][] chances = new double[GAPS][numbers];
        for (int gap = 0; gap < GAPS; gap++) {
            for (int number = 0; number < numbers; number++) {
                chances[gap][number] = chance.of(gap, number);
            }
        }
        return chances;
    }

    private double rate(int gap, int bucket) {
        return (returned[gap][bucket] + RETURNS[bucket]) / (seen[gap][bucket] + SMOOTH);
    }

    private double lift(int gap, int factor) {
        return (lifted[gap][factor] + SMOOTH * LIFTS[factor]) / (expected[gap][factor] + SMOOTH);
    }

    private double reach(int gap, int evidence) {
        return (reached[gap][evidence] + SMOOTH * Math.min(0.6, 0.1 * evidence)) / (asked[gap][evidence] + SMOOTH);
    }

    private List<long[]> counts() {
        return Stream.of(seen, returned, lifted, asked, reached).flatMap(Arrays::stream).toList();
    }
}
