package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.Photo;
import java.awt.image.BufferedImage;

/** Turns pixels upright, by the orientation that Exif gives them. */
final class Turn {
    private Turn() {
    }

    /** {@code orientation} 1 to 8: 2 to 4 mirror and turn, 5 to 8 also swap width and height. */
    static Photo upright(int orientation, int[] pixels, int width, int height) {
        boolean swapped = orientation >= 5;
        int type = opaque(pixels) ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        BufferedImage image = new BufferedImage(swapped ? height : width, swapped ? width : height, type);
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = pixels[source(orientation, x, y, width, height)];
            }
            image.getRaster().setDataElements(0, y, row.length, 1, row);
        }
        return new Photo(image);
    }

    /** Where in the stored picture the upright pixel (x, y) is. */
    private static int source(int orientation, int x, int y, int width, int height) {
        int right = width - 1;
        int bottom = height - 1;
        return switch (orientation) {
            case 2 -> y * width + right - x;
            case 3 -> (bottom - y) * width + right - x;
            case 4 -> (bottom - y) * width + x;
            case 5 -> x * width + y;
            case 6 -> (bottom - x) * width + y;
            case 7 -> (bottom - x) * width + right - y;
            case 8 -> x * width + right - y;
            default -> y * width + x;
        };
    }

    private static boolean opaque(int[] pixels) {
        for (int pixel : pixels) {
            if (pixel >>> 24 != 255) {
                return false;
            }
        }
        return true;
    }
}
