package dev.inlay.templates.raster;

import java.awt.image.BufferedImage;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/** The one colour of a photo's edge, if it has one: that of the studio's background. */
final class EdgeColour {
    private static final int TOLERANCE = 14;
    private static final double ALIKE = 0.94;

    private final BufferedImage photo;
    private final long[] sums = new long[3];
    private long count;
    private long alike;

    private EdgeColour(BufferedImage photo) {
        this.photo = photo;
    }

    /** Opaque red, green and blue; none if the edge has many colours or lets the ground shine through. */
    static OptionalInt of(BufferedImage photo) {
        if (photo.getColorModel().hasAlpha()) {
            return OptionalInt.empty();
        }
        EdgeColour edge = new EdgeColour(photo);
        edge.each(edge::add);
        int mean = edge.mean();
        edge.each(pixel -> edge.compare(pixel, mean));
        return edge.alike >= edge.count * ALIKE ? OptionalInt.of(mean) : OptionalInt.empty();
    }

    private void each(IntConsumer visitor) {
        int right = photo.getWidth() - 1;
        int bottom = photo.getHeight() - 1;
        for (int x = 0; x <= right; x++) {
            visitor.accept(photo.getRGB(x, 0));
            visitor.accept(photo.getRGB(x, bottom));
        }
        for (int y = 0; y <= bottom; y++) {
            visitor.accept(photo.getRGB(0, y));
            visitor.accept(photo.getRGB(right, y));
        }
    }

    private void add(int pixel) {
        sums[0] += pixel >> 16 & 0xFF;
        sums[1] += pixel >> 8 & 0xFF;
        sums[2] += pixel & 0xFF;
        count++;
    }

    private int mean() {
        return (int) (sums[0] / count) << 16 | (int) (sums[1] / count) << 8 | (int) (sums[2] / count);
    }

    private void compare(int pixel, int mean) {
        boolean near = true;
        for (int shift = 16; shift >= 0; shift -= 8) {
            near &= Math.abs((pixel >> shift & 0xFF) - (mean >> shift & 0xFF)) <= TOLERANCE;
        }
        alike += near ? 1 : 0;
    }
}
