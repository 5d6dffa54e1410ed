package dev.inlay.templates.bench;

/**
 * How like two pictures are, in dB, where the first is not white: pixel by pixel, and {@code blurred} by a Gaussian of
 * 1.2 pixels, as the eye sees a dithered picture.
 */
record Likeness(double sharp, double blurred) {
    private static final double SIGMA = 1.2;
    private static final int REACH = 4;
    private static final int WHITE = 0xFFFFFF;

    static Likeness of(Pixels original, Pixels other) {
        double sharp = 0;
        double blurred = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            float[] one = original.channel(shift);
            float[] two = other.channel(shift);
            sharp += error(original, one, two);
            blurred += error(original, blurred(one, original.width()), blurred(two, original.width()));
        }
        return new Likeness(decibels(sharp / 3), decibels(blurred / 3));
    }

    private static double decibels(double error) {
        return 10 * Math.log10(255 * 255 / error);
    }

    /** The mean of squares. */
    private static double error(Pixels original, float[] one, float[] two) {
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < one.length; i++) {
            if (original.rgb()[i] != WHITE) {
                double difference = one[i] - two[i];
                sum += difference * difference;
                counted++;
            }
        }
        return sum / Math.max(1, counted);
    }

    private static float[] blurred(float[] values, int width) {
        return blurred(blurred(values, 1, 0, width - 1, width), width, 0, values.length / width - 1, width);
    }

    /** Blurs along steps of {@code stride}; coordinates along it run from {@code first} to {@code last}. */
    private static float[] blurred(float[] values, int stride, int first, int last, int width) {
        float[] blurred = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int place = stride == 1 ? i % width : i / width;
            double sum = 0;
            double weights = 0;
            for (int reach = -REACH; reach <= REACH; reach++) {
                double weight = Math.exp(-reach * reach / (2 * SIGMA * SIGMA));
                int other = Math.clamp(place + reach, first, last);
                sum += weight * values[i + (other - place) * stride];
                weights += weight;
            }
            blurred[i] = (float) (sum / weights);
        }
        return blurred;
    }
}
