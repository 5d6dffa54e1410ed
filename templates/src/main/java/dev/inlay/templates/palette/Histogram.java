package dev.inlay.templates.palette;

import java.util.stream.IntStream;

/** How often a picture holds which colours, to 5 bits a channel. */
final class Histogram {
    private static final int BINS = 1 << 15;
    /** What is rare counts for more than its pixels: a small thing keeps its colour. */
    private static final double EVEN = 0.75;

    private final int[] counts = new int[BINS];
    private final long[] sums = new long[Cloud.CHANNELS * BINS];

    /** Counts {@code pixels} more of the colour {@code rgb}. */
    void add(int rgb, int pixels) {
        int bin = rgb >> 9 & 0x7C00 | rgb >> 6 & 0x3E0 | rgb >> 3 & 0x1F;
        counts[bin] += pixels;
        sums[3 * bin] += (long) pixels * (rgb >> 16);
        sums[3 * bin + 1] += (long) pixels * (rgb >> 8 & 0xFF);
        sums[3 * bin + 2] += (long) pixels * (rgb & 0xFF);
    }

    /** One point for each bin that holds pixels: their mean. */
    Cloud cloud() {
        int[] bins = IntStream.range(0, BINS).filter(bin -> counts[bin] > 0).toArray();
        Cloud cloud = new Cloud(new float[Cloud.CHANNELS][bins.length], new float[bins.length]);
        for (int i = 0; i < bins.length; i++) {
            int count = counts[bins[i]];
            for (int channel = 0; channel < Cloud.CHANNELS; channel++) {
                cloud.channels()[channel][i] = (float) sums[3 * bins[i] + channel] / count;
            }
            cloud.weights()[i] = (float) Math.pow(count, EVEN);
        }
        return cloud;
    }
}
