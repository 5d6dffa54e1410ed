package dev.inlay.templates.photo;

import java.util.Arrays;

/** Which source pixels make each pixel of a scaled line, and with what share. The shares of one pixel add up to 1. */
final class Weights {
    private final int[] starts;
    private final float[][] shares;

    private Weights(int length) {
        this.starts = new int[length];
        this.shares = new float[length][];
    }

    static Weights of(int source, int target) {
        Weights weights = new Weights(target);
        double ratio = (double) source / target;
        for (int i = 0; i < target; i++) {
            if (ratio >= 2) {
                weights.average(i, ratio, source);
            } else {
                weights.cubic(i, ratio, source);
            }
        }
        return weights;
    }

    int length() {
        return starts.length;
    }

    /** How many source pixels at most make one. */
    int most() {
        return Arrays.stream(shares).mapToInt(each -> each.length).max().orElse(0);
    }

    int start(int index) {
        return starts[index];
    }

    float[] shares(int index) {
        return shares[index];
    }

    private void average(int index, double ratio, int source) {
        double from = index * ratio;
        double to = Math.min(source, from + ratio);
        int first = Math.min(source - 1, (int) from);
        int last = Math.min(source, (int) Math.ceil(to - 1e-9));
        double[] raw = new double[Math.max(1, last - first)];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = Math.max(0, Math.min(to, first + i + 1.0) - Math.max(from, first + i));
        }
        set(index, first, raw);
    }

    private void cubic(int index, double ratio, int source) {
        double stretch = Math.max(1, ratio);
        double centre = (index + 0.5) * ratio - 0.5;
        int first = Math.max(0, (int) Math.ceil(centre - 2 * stretch));
        int last = Math.min(source - 1, (int) Math.floor(centre + 2 * stretch));
        double[] raw = new double[last - first + 1];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = catmullRom(Math.abs(first + i - centre) / stretch);
        }
        set(index, first, raw);
    }

    private static double catmullRom(double distance) {
        if (distance < 1) {
            return (1.5 * distance - 2.5) * distance * distance + 1;
        }
        return distance < 2 ? ((-0.5 * distance + 2.5) * distance - 4) * distance + 2 : 0;
    }

    private void set(int index, int first, double[] raw) {
        double sum = 0;
        for (double share : raw) {
            sum += share;
        }
        starts[index] = first;
        shares[index] = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            shares[index][i] = (float) (raw[i] / sum);
        }
    }
}
