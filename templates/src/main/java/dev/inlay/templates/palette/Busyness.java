package dev.inlay.templates.palette;

/** How much goes on around a pixel: the more, the less a wrong colour is seen. */
final class Busyness {
    private static final int LEAST = 10;
    private static final int MOST = 120;
    private static final int EACH = 6;

    private Busyness() {
    }

    /** Whether nobody sees that the square of the distance to a pixel's colour is by {@code more} than it need be. */
    static boolean hides(int more, int[] rgb, int width, int at, int x) {
        if (more < LEAST || more >= MOST) {
            return more < LEAST;
        }
        int left = x > 0 ? difference(rgb[at], rgb[at - 1]) : 0;
        int above = at >= width ? difference(rgb[at], rgb[at - width]) : 0;
        return more < LEAST + EACH * Math.max(left, above);
    }

    private static int difference(int one, int other) {
        return Math.abs((one >> 16 & 0xFF) - (other >> 16 & 0xFF))
                + Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF)) + Math.abs((one & 0xFF) - (other & 0xFF));
    }
}
