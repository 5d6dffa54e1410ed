package dev.inlay.templates.palette;

import java.util.stream.IntStream;

/** Rounds of k-means: points go to the nearest colour, then colours that may move go to the mean of their points. */
final class Settling {
    private final Cloud cloud;
    private final float[][] means;

    private Settling(Cloud cloud, float[][] means) {
        this.cloud = cloud;
        this.means = means;
    }

    /** The colours that {@code means} become after {@code rounds}; {@code fixed} takes points away and stays. */
    static IntStream settled(Cloud cloud, float[][] means, int[] fixed, int rounds) {
        Settling settling = new Settling(cloud, means);
        for (int round = 0; round < rounds; round++) {
            settling.round(fixed);
        }
        return settling.colours();
    }

    private IntStream colours() {
        return IntStream.range(0, means.length).map(i ->
                Math.round(means[i][0]) << 16 | Math.round(means[i][1]) << 8 | Math.round(means[i][2]));
    }

    private void round(int[] fixed) {
        Palette palette = Palette.of(IntStream.concat(IntStream.of(fixed), colours()));
        double[][] sums = new double[palette.size()][Cloud.CHANNELS + 1];
        for (int i = 0; i < cloud.size(); i++) {
            double[] sum = sums[palette.nearest(rounded(i))];
            for (int channel = 0; channel < Cloud.CHANNELS; channel++) {
                sum[channel] += cloud.weights()[i] * cloud.channels()[channel][i];
            }
            sum[Cloud.CHANNELS] += cloud.weights()[i];
        }
        for (int i = 0; i < means.length; i++) {
            move(means[i], sums[palette.nearest(rounded(means[i][0], means[i][1], means[i][2]))]);
        }
    }

    private static void move(float[] mean, double[] sum) {
        double weight = sum[Cloud.CHANNELS];
        for (int channel = 0; channel < Cloud.CHANNELS && weight > 0; channel++) {
            mean[channel] = (float) (sum[channel] / weight);
        }
    }

    private int rounded(int point) {
        return rounded(cloud.channels()[0][point], cloud.channels()[1][point], cloud.channels()[2][point]);
    }

    private static int rounded(float red, float green, float blue) {
        return Math.round(red) << 16 | Math.round(green) << 8 | Math.round(blue);
    }
}
