package dev.inlay.templates.photo;

import java.util.Arrays;

/**
 * Scales lines in width, many at once: their pixels are turned, so that those of one column stand side by side, and one
 * loop adds up a column of all these lines. A machine does eight or sixteen steps of such a loop in one.
 */
final class Bundle {
    /** How many lines are scaled at once. */
    static final int LINES = 64;
    private static final int OPAQUE = 0xFF;

    private final Pixels source;
    private final Weights columns;
    private final boolean opaque;
    private final int[] row;
    /** The lines, with a gap behind each: at a distance of a power of two they would push each other out of caches. */
    private final int[] pixels;
    private final int stride;
    private final int[] column = new int[LINES];
    /** Red, green, blue and, with holes, alpha of the last columns read, colours times alpha. */
    private final float[][] turned;
    private int read;
    private final float[] sum;

    Bundle(Pixels source, Weights columns) {
        this.source = source;
        this.columns = columns;
        this.opaque = source.opaque();
        this.row = new int[source.width()];
        this.stride = row.length | 16;
        this.pixels = new int[LINES * stride];
        int channels = opaque ? 3 : 4;
        this.turned = new float[columns.most()][channels * LINES];
        this.sum = new float[channels * LINES];
    }

    /** How many numbers a scaled line has: all of its reds, then all greens, blues and alphas. */
    int length() {
        return 4 * columns.length();
    }

    /** The alphas of each line when there are no holes, which are not written: 255 but for what is lost in adding. */
    float[] wholeAlphas() {
        float[] alphas = new float[columns.length()];
        for (int x = 0; x < alphas.length; x++) {
            for (float share : columns.shares(x)) {
                alphas[x] += share * OPAQUE;
            }
        }
        return alphas;
    }

    /** Puts lines {@code from} to before {@code to}, scaled, into {@code lines}, the first {@code at} there. */
    void read(int from, int to, float[][] lines, int at) {
        for (int y = from; y < to; y++) {
            source.row(y, row);
            System.arraycopy(row, 0, pixels, (y - from) * stride, row.length);
        }
        read = 0;
        for (int x = 0; x < columns.length(); x++) {
            Arrays.fill(sum, 0);
            float[] shares = columns.shares(x);
            for (int i = 0; i < shares.length; i++) {
                add(column(columns.start(x) + i), shares[i]);
            }
            turnBack(to - from, lines, at, x);
        }
    }

    private float[] column(int x) {
        for (; read <= x; read++) {
            for (int i = 0; i < LINES; i++) {
                column[i] = pixels[i * stride + read];
            }
            if (opaque) {
                split(turned[read % turned.length]);
            } else {
                premultiply(turned[read % turned.length]);
            }
        }
        return turned[x % turned.length];
    }

    private void split(float[] numbers) {
        for (int i = 0; i < LINES; i++) {
            numbers[i] = column[i] >> 16 & 0xFF;
            numbers[i + LINES] = column[i] >> 8 & 0xFF;
            numbers[i + 2 * LINES] = column[i] & 0xFF;
        }
    }

    private void premultiply(float[] numbers) {
        for (int i = 0; i < LINES; i++) {
            int alpha = column[i] >>> 24;
            float share = alpha == OPAQUE ? 1 : alpha / 255f;
            numbers[i] = (column[i] >> 16 & 0xFF) * share;
            numbers[i + LINES] = (column[i] >> 8 & 0xFF) * share;
            numbers[i + 2 * LINES] = (column[i] & 0xFF) * share;
            numbers[i + 3 * LINES] = alpha;
        }
    }

    private void add(float[] numbers, float share) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += share * numbers[i];
        }
    }

    private void turnBack(int count, float[][] lines, int at, int x) {
        for (int from = 0; from < sum.length; from += LINES) {
            int place = from / LINES * columns.length() + x;
            for (int i = 0; i < count; i++) {
                lines[at + i][place] = sum[from + i];
            }
        }
    }
}
