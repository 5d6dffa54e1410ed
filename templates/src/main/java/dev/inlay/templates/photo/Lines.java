package dev.inlay.templates.photo;

import java.util.Arrays;

/** One scaling: lines scaled in width, of which those that make one line are added up. Holds no more than these. */
final class Lines {
    private final Bundle bundle;
    private final Weights rows;
    private final int height;
    private final int width;
    private final boolean opaque;
    /** As many lines as one is made of, in whole bundles: line {@code y} is at {@code y % held.length}. */
    private final float[][] held;
    private int read;
    private final float[] sum;
    private final float[] shares;

    Lines(Pixels source, Weights columns, Weights rows) {
        this.bundle = new Bundle(source, columns);
        this.rows = rows;
        this.height = source.height();
        this.width = columns.length();
        this.opaque = source.opaque();
        int bundles = 1 + Math.ceilDiv(rows.most() - 1, Bundle.LINES);
        this.held = new float[bundles * Bundle.LINES][bundle.length()];
        this.sum = new float[bundle.length()];
        this.shares = new float[width];
        if (opaque) {
            float[] alphas = bundle.wholeAlphas();
            for (float[] line : held) {
                System.arraycopy(alphas, 0, line, 3 * width, width);
            }
        }
    }

    /** The pixels, ARGB, not premultiplied. */
    int[] scaled() {
        int[] pixels = new int[width * rows.length()];
        for (int y = 0; y < rows.length(); y++) {
            Arrays.fill(sum, 0);
            float[] parts = rows.shares(y);
            for (int i = 0; i < parts.length; i++) {
                add(line(rows.start(y) + i), parts[i]);
            }
            if (opaque) {
                packOpaque(pixels, y * width);
            } else {
                pack(pixels, y * width);
            }
        }
        return pixels;
    }

    private float[] line(int y) {
        for (; read <= y; read += Bundle.LINES) {
            bundle.read(read, Math.min(height, read + Bundle.LINES), held, read % held.length);
        }
        return held[y % held.length];
    }

    private void add(float[] line, float share) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += share * line[i];
        }
    }

    /** Small loops without a branch, which a machine does many steps of in one. */
    private void packOpaque(int[] pixels, int at) {
        for (int x = 0; x < width; x++) {
            shares[x] = 255 / Math.min(255f, sum[x + 3 * width]);
        }
        for (int channel = 0; channel < 3 * width; channel += width) {
            for (int x = 0; x < width; x++) {
                sum[channel + x] *= shares[x];
            }
        }
        for (int x = 0; x < width; x++) {
            pixels[at + x] = 0xFF000000 | channel(sum[x]) << 16 | channel(sum[x + width]) << 8
                    | channel(sum[x + 2 * width]);
        }
    }

    private void pack(int[] pixels, int at) {
        for (int x = 0; x < width; x++) {
            pixels[at + x] = packed(sum[x + 3 * width], sum[x], sum[x + width], sum[x + 2 * width]);
        }
    }

    private static int packed(float alpha, float red, float green, float blue) {
        int opacity = channel(alpha);
        if (opacity == 0) {
            return 0;
        }
        float share = 255 / Math.min(255f, alpha);
        return opacity << 24 | channel(red * share) << 16 | channel(green * share) << 8 | channel(blue * share);
    }

    private static int channel(float value) {
        return Math.max(0, Math.min(255, (int) (value + 0.5f)));
    }
}
