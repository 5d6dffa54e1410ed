package dev.inlay.templates.raster;

import java.awt.image.BufferedImage;

/** The white or transparent margin of a photo. */
final class Margin {
    private static final int NEARLY_CLEAR = 24;
    private static final int NEARLY_WHITE = 244;
    /** What is kept of the margin, as a share of the longer side of what is shown: soft shadows run out in it. */
    private static final double AIR = 0.06;
    /** More than {@link Edge} leaves out of account, so that the edges are seen to be plain. */
    private static final int LEAST_AIR = 4;
    /** What is smaller on both sides, as a share of the photo's, is dust. */
    private static final double DUST = 0.06;

    private Margin() {
    }

    /** {@code photo} without its margin but for a bit of air; as it is if it has none or shows nothing else. */
    static BufferedImage cut(BufferedImage photo) {
        int width = photo.getWidth();
        int height = photo.getHeight();
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            photo.getRGB(0, y, width, 1, row, 0, width);
            int first = first(row);
            if (first < width) {
                left = Math.min(left, first);
                right = Math.max(right, last(row));
                top = Math.min(top, y);
                bottom = y;
            }
        }
        int wide = right - left + 1;
        int high = bottom - top + 1;
        if (bottom < 0 || wide < width * DUST && high < height * DUST) {
            return photo;
        }
        int air = Math.max(LEAST_AIR, (int) Math.ceil(Math.max(wide, high) * AIR));
        int x = Math.max(0, left - air);
        int y = Math.max(0, top - air);
        return photo.getSubimage(x, y, Math.min(width, right + 1 + air) - x, Math.min(height, bottom + 1 + air) - y);
    }

    private static int first(int[] row) {
        int x = 0;
        while (x < row.length && empty(row[x])) {
            x++;
        }
        return x;
    }

    private static int last(int[] row) {
        int x = row.length - 1;
        while (x >= 0 && empty(row[x])) {
            x--;
        }
        return x;
    }

    private static boolean empty(int pixel) {
        return pixel >>> 24 < NEARLY_CLEAR
                || Math.min(pixel >> 16 & 0xFF, Math.min(pixel >> 8 & 0xFF, pixel & 0xFF)) >= NEARLY_WHITE;
    }
}
