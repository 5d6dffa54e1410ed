package dev.inlay.server.recommendation.index;

/**
 * A product that an owner touched, the most he did with it and how often, up to 4 times, in one int. Products are ints
 * below 2^27.
 */
final class Touched {
    static final int MOST = 4;

    private static final int SHIFT = 4;
    private static final int KIND_SHIFT = 2;

    private Touched() {
    }

    static int once(int product, int kind) {
        return product << SHIFT | kind << KIND_SHIFT;
    }

    /** {@code touched} after one more touch of this kind. */
    static int again(int touched, int kind) {
        return product(touched) << SHIFT | Math.max(kind, kind(touched)) << KIND_SHIFT
                | Math.min(times(touched), MOST - 1);
    }

    /** The greatest there is of products below {@code productCount}. */
    static int greatest(int productCount) {
        return (productCount << SHIFT) - 1;
    }

    static int product(int touched) {
        return touched >> SHIFT;
    }

    /** The ordinal of an {@link dev.inlay.db.activity.EventType}. */
    static int kind(int touched) {
        return touched >> KIND_SHIFT & 3;
    }

    static int times(int touched) {
        return (touched & 3) + 1;
    }
}
