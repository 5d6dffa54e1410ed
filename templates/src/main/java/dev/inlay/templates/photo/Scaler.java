package dev.inlay.templates.photo;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Scales pictures, rows then columns, transparent pixels weighing nothing. To half and less by the exact average of the
 * area, else by a cubic that keeps edges sharp.
 */
public final class Scaler {
    private Scaler() {
    }

    /** The pixels of {@code image} at another size, ARGB, not premultiplied. */
    public static int[] scale(BufferedImage image, int width, int height) {
        return scale(new ImagePixels(image), width, height);
    }

    /** The same for pixels however they are held. */
    public static int[] scale(Pixels source, int width, int height) {
        if (source.width() == width && source.height() == height) {
            return copy(source);
        }
        float[] narrow = horizontally(source, Weights.of(source.width(), width));
        return vertically(narrow, width, Weights.of(source.height(), height));
    }

    private static int[] copy(Pixels source) {
        int[] all = new int[source.width() * source.height()];
        int[] row = new int[source.width()];
        for (int y = 0; y < source.height(); y++) {
            source.row(y, row);
            System.arraycopy(row, 0, all, y * row.length, row.length);
        }
        return all;
    }

    /** Four floats a pixel: alpha, then the colours times alpha. */
    private static float[] horizontally(Pixels source, Weights weights) {
        float[] narrow = new float[source.height() * weights.length() * 4];
        int[] row = new int[source.width()];
        float[] premultiplied = new float[source.width() * 4];
        for (int y = 0; y < source.height(); y++) {
            source.row(y, row);
            premultiply(row, premultiplied);
            for (int x = 0; x < weights.length(); x++) {
                add(premultiplied, weights, x, 4, 0, narrow, (y * weights.length() + x) * 4);
            }
        }
        return narrow;
    }

    private static int[] vertically(float[] narrow, int width, Weights weights) {
        int[] pixels = new int[width * weights.length()];
        float[] pixel = new float[4];
        for (int y = 0; y < weights.length(); y++) {
            for (int x = 0; x < width; x++) {
                Arrays.fill(pixel, 0);
                add(narrow, weights, y, width * 4, x * 4, pixel, 0);
                pixels[y * width + x] = packed(pixel);
            }
        }
        return pixels;
    }

    private static void add(float[] from, Weights weights, int index, int stride, int offset, float[] to, int at) {
        float[] shares = weights.shares(index);
        int source = weights.start(index) * stride + offset;
        float a = 0;
        float r = 0;
        float g = 0;
        float b = 0;
        for (float share : shares) {
            a += share * from[source];
            r += share * from[source + 1];
            g += share * from[source + 2];
            b += share * from[source + 3];
            source += stride;
        }
        to[at] = a;
        to[at + 1] = r;
        to[at + 2] = g;
        to[at + 3] = b;
    }

    private static void premultiply(int[] row, float[] premultiplied) {
        int at = 0;
        for (int pixel : row) {
            int alpha = pixel >>> 24;
            float share = alpha / 255f;
            premultiplied[at++] = alpha;
            premultiplied[at++] = (pixel >> 16 & 0xFF) * share;
            premultiplied[at++] = (pixel >> 8 & 0xFF) * share;
            premultiplied[at++] = (pixel & 0xFF) * share;
        }
    }

    private static int packed(float[] pixel) {
        int alpha = channel(pixel[0]);
        if (alpha == 0) {
            return 0;
        }
        float share = 255 / Math.min(255f, pixel[0]);
        return alpha << 24 | channel(pixel[1] * share) << 16 | channel(pixel[2] * share) << 8
                | channel(pixel[3] * share);
    }

    private static int channel(float value) {
        return Math.clamp((int) Math.floor(value + 0.5f), 0, 255);
    }
}
