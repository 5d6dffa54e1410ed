package dev.inlay.templates.photo;

import java.util.Arrays;

/**
 * One scaling, line by line: columns of a source line are added up, then those of the lines that make one. No more of
 * the source is held than these lines.
 */
final class Lines {
    private static final int OPAQUE = 0xFF;

    private final Pixels source;
    private final Weights columns;
    private final Weights rows;
    private final int width;
    private final int[] row;
    /** Red, green, blue and alpha of a source line, one after the other, colours times alpha. */
    private final float[] wide;
    /** The same of the last lines read, scaled. */
    private final float[][] held;
    private int read;
    /** The alpha of a line without holes, scaled; empty until there was one. */
    private float[] whole = {};
    private final float[] sum;

    Lines(Pixels source, Weights columns, Weights rows) {
        this.source = source;
        this.columns = columns;
        this.rows = rows;
        this.width = columns.length();
        this.row = new int[source.width()];
        this.wide = new float[4 * row.length];
        this.held = new float[rows.most()][4 * width];
        this.sum = new float[4 * width];
    }

    int[] scaled() {
        int[] pixels = new int[width * rows.length()];
        for (int y = 0; y < rows.length(); y++) {
            Arrays.fill(sum, 0);
            float[] shares = rows.shares(y);
            for (int i = 0; i < shares.length; i++) {
                add(line(rows.start(y) + i), shares[i]);
            }
            pack(pixels, y * width);
        }
        return pixels;
    }

    private float[] line(int y) {
        for (; read <= y; read++) {
            source.row(read, row);
            boolean opaque = premultiply();
            narrow(held[read % held.length]);
            alpha(held[read % held.length], opaque);
        }
        return held[y % held.length];
    }

    /** Returns whether there is no hole in the line. */
    private boolean premultiply() {
        int length = row.length;
        int all = OPAQUE;
        for (int x = 0; x < length; x++) {
            int pixel = row[x];
            int alpha = pixel >>> 24;
            all &= alpha;
            float share = alpha == OPAQUE ? 1 : alpha / 255f;
            wide[x] = (pixel >> 16 & 0xFF) * share;
            wide[x + length] = (pixel >> 8 & 0xFF) * share;
            wide[x + 2 * length] = (pixel & 0xFF) * share;
            wide[x + 3 * length] = alpha;
        }
        return all == OPAQUE;
    }

    private void narrow(float[] line) {
        int length = row.length;
        for (int x = 0; x < width; x++) {
            int from = columns.start(x);
            float red = 0;
            float green = 0;
            float blue = 0;
            for (float share : columns.shares(x)) {
                red += share * wide[from];
                green += share * wide[from + length];
                blue += share * wide[from + 2 * length];
                from++;
            }
            line[x] = red;
            line[x + width] = green;
            line[x + 2 * width] = blue;
        }
    }

    private void alpha(float[] line, boolean opaque) {
        if (opaque && whole.length > 0) {
            System.arraycopy(whole, 0, line, 3 * width, width);
            return;
        }
        for (int x = 0; x < width; x++) {
            int from = columns.start(x) + 3 * row.length;
            float alpha = 0;
            for (float share : columns.shares(x)) {
                alpha += share * wide[from++];
            }
            line[x + 3 * width] = alpha;
        }
        if (opaque) {
            whole = Arrays.copyOfRange(line, 3 * width, 4 * width);
        }
    }

    private void add(float[] line, float share) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += share * line[i];
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
        return Math.clamp((int) (value + 0.5f), 0, 255);
    }
}
