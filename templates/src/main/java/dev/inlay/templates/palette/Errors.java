package dev.inlay.templates.palette;

/**
 * The errors of red, green and blue in one number, so that they are added and multiplied at once: 21 bits each, which
 * lend to each other what is negative.
 */
final class Errors {
    static final int TIMES = 64;
    private static final int SCALE = 6;
    private static final int BITS = 21;
    private static final int LANE = (1 << BITS) - 1;
    private static final int HALF = 1 << BITS - 1;
    private static final long HALVES = of(HALF, HALF, HALF);

    private Errors() {
    }

    static long of(int red, int green, int blue) {
        return ((long) red << 2 * BITS) + ((long) green << BITS) + blue;
    }

    /** Whole steps, rounded down, of an error kept {@value #TIMES} times. */
    static int red(long errors) {
        return (int) (errors + HALVES >> 2 * BITS) - HALF >> SCALE;
    }

    static int green(long errors) {
        return ((int) (errors + HALVES >> BITS) & LANE) - HALF >> SCALE;
    }

    static int blue(long errors) {
        return ((int) (errors + HALVES) & LANE) - HALF >> SCALE;
    }
}
