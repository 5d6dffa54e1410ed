package dev.inlay.templates.palette;

/**
 * Colours as points with weights, in arrays of equal length.
 *
 * @param channels red, green and blue, 0 to 255
 */
record Cloud(float[][] channels, float[] weights) {
    static final int CHANNELS = 3;

    int size() {
        return weights.length;
    }
}
