package dev.inlay.templates.raster;

import java.awt.image.BufferedImage;

/**
 * One edge of a photo. It is plain if it is nearly all of one colour, or nearly all transparent: then the studio's ground
 * reaches the edge. Where it is not plain the product is cut off by the edge.
 */
record Edge(boolean plain, boolean transparent, int mean) {
    private static final int TOLERANCE = 30;
    private static final double ALIKE = 0.98;

    static Edge top(BufferedImage photo) {
        return of(row(photo, 0));
    }

    static Edge bottom(BufferedImage photo) {
        return of(row(photo, photo.getHeight() - 1));
    }

    static Edge left(BufferedImage photo) {
        return of(column(photo, 0));
    }

    static Edge right(BufferedImage photo) {
        return of(column(photo, photo.getWidth() - 1));
    }

    boolean resembles(Edge other) {
        return plain && other.plain && transparent == other.transparent && near(mean, other.mean, 2 * TOLERANCE);
    }

    private static Edge of(int[] pixels) {
        long clear = 0;
        for (int pixel : pixels) {
            clear += pixel >>> 24 < 24 ? 1 : 0;
        }
        if (clear > 0) {
            return new Edge(clear >= pixels.length * ALIKE, true, 0);
        }
        int mean = mean(pixels);
        long alike = 0;
        for (int pixel : pixels) {
            alike += near(pixel, mean, TOLERANCE) ? 1 : 0;
        }
        return new Edge(alike >= pixels.length * ALIKE, false, mean);
    }

    private static int mean(int[] pixels) {
        int mean = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            long sum = 0;
            for (int pixel : pixels) {
                sum += pixel >> shift & 0xFF;
            }
            mean |= (int) (sum / pixels.length) << shift;
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

    private static int[] row(BufferedImage photo, int y) {
        return photo.getRGB(0, y, photo.getWidth(), 1, null, 0, photo.getWidth());
    }

    private static int[] column(BufferedImage photo, int x) {
        return photo.getRGB(x, 0, 1, photo.getHeight(), null, 0, 1);
    }
}
