package dev.inlay.templates.raster;

import java.awt.image.BufferedImage;

/**
 * One edge of a photo. It is plain if its colour hardly changes along it, as by a soft shadow, or if it is transparent:
 * then the studio's ground reaches the edge. Where it is not plain the product is cut off by the edge.
 */
record Edge(boolean plain, boolean transparent, int mean) {
    private static final int TOLERANCE = 90;
    private static final int STEP = 30;
    private static final int ALIKE_GROUND = 60;
    private static final double ALIKE = 0.99;

    static Edge top(BufferedImage photo) {
        return of(row(photo, inset(photo.getHeight())));
    }

    static Edge bottom(BufferedImage photo) {
        return of(row(photo, photo.getHeight() - 1 - inset(photo.getHeight())));
    }

    static Edge left(BufferedImage photo) {
        return of(column(photo, inset(photo.getWidth())));
    }

    static Edge right(BufferedImage photo) {
        return of(column(photo, photo.getWidth() - 1 - inset(photo.getWidth())));
    }

    boolean resembles(Edge other) {
        return plain && other.plain && transparent == other.transparent && near(mean, other.mean, ALIKE_GROUND);
    }

    private static Edge of(int[] pixels) {
        long clear = 0;
        for (int pixel : pixels) {
            clear += pixel >>> 24 < 24 ? 1 : 0;
        }
        if (clear > 0) {
            return new Edge(clear >= pixels.length * ALIKE, true, 0);
        }
        int mean = mean(pixels, 0, pixels.length - 1);
        int[] soft = softened(pixels, Math.max(1, pixels.length / 60));
        int apart = Math.max(1, pixels.length / 30);
        long alike = 0;
        for (int i = 0; i < soft.length; i++) {
            boolean smooth = near(soft[i], soft[Math.max(0, i - apart)], STEP);
            alike += smooth && near(soft[i], mean, TOLERANCE) ? 1 : 0;
        }
        return new Edge(alike >= pixels.length * ALIKE, false, mean);
    }

    /** Without the grain of cloth and the noise of JPEG. */
    private static int[] softened(int[] pixels, int radius) {
        int[] soft = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            soft[i] = mean(pixels, Math.max(0, i - radius), Math.min(pixels.length - 1, i + radius));
        }
        return soft;
    }

    private static int mean(int[] pixels, int from, int to) {
        int mean = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            long sum = 0;
            for (int i = from; i <= to; i++) {
                sum += pixels[i] >> shift & 0xFF;
            }
            mean |= (int) (sum / (to - from + 1)) << shift;
        }
        return mean;
    }

    private static boolean near(int one, int other, int tolerance) {
        boolean near = true;
        for (int shift = 16; shift >= 0; shift -= 8) {
            near &= Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) <= tolerance;
        }
        return near;
    }

    /** The outermost lines of pixels are often off. */
    private static int inset(int length) {
        return Math.min(3, length / 16);
    }

    private static int[] row(BufferedImage photo, int y) {
        return photo.getRGB(0, y, photo.getWidth(), 1, null, 0, photo.getWidth());
    }

    private static int[] column(BufferedImage photo, int x) {
        return photo.getRGB(x, 0, 1, photo.getHeight(), null, 0, 1);
    }
}
