package dev.inlay.templates.photo;

import java.awt.image.BufferedImage;

/**
 * Scales pictures, transparent pixels weighing nothing. To half and less by the exact average of the area, else by a
 * cubic that keeps edges sharp.
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
        return new Lines(source, Weights.of(source.width(), width), Weights.of(source.height(), height)).scaled();
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
}
