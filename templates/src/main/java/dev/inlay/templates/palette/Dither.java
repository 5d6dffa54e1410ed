package dev.inlay.templates.palette;

import java.util.Arrays;

/** One picture on its way to indices: serpentine Floyd-Steinberg, errors times 0.75. */
final class Dither {
    /** Errors are kept times 64: 16 for the shares of the neighbours, 4 for the 0.75. */
    private static final int STRENGTH = 3;
    private static final int SCALE = 6;

    private final int[] rgb;
    private final int width;
    private final Palette palette;
    private final byte[] indices;
    private final ColourSet exact;
    private final NearestTable table;
    private int[] errors;
    private int[] below;

    Dither(int[] rgb, int width, int height, Palette palette) {
        this.rgb = rgb;
        this.width = width;
        this.palette = palette;
        this.indices = new byte[width * height];
        this.exact = new ColourSet(Palette.MOST);
        for (int i = 0; i < palette.size(); i++) {
            exact.add(palette.rgb(i));
        }
        this.table = new NearestTable(palette);
        this.errors = new int[3 * (width + 2)];
        this.below = new int[3 * (width + 2)];
    }

    byte[] map() {
        int rows = indices.length / width;
        for (int y = 0; y < rows; y++) {
            row(y, (y & 1) == 0 ? 1 : -1);
            int[] used = errors;
            errors = below;
            below = used;
            Arrays.fill(below, 0);
        }
        return indices;
    }

    private void row(int y, int step) {
        int x = step > 0 ? 0 : width - 1;
        int last = -1;
        int lastIndex = 0;
        for (int i = 0; i < width; i++, x += step) {
            int pixel = rgb[y * width + x] & 0xFFFFFF;
            if (pixel == last) {
                indices[y * width + x] = (byte) lastIndex;
            } else if (exact.contains(pixel)) {
                last = pixel;
                lastIndex = palette.nearest(pixel);
                indices[y * width + x] = (byte) lastIndex;
            } else {
                last = -1;
                indices[y * width + x] = (byte) spread(pixel, 3 * (x + 1), 3 * step);
            }
        }
    }

    /** Chooses for one pixel and hands what is left to its neighbours: 7/16 on, 3/16, 5/16 and 1/16 below. */
    private int spread(int pixel, int at, int step) {
        int red = clamped((pixel >> 16) + (errors[at] >> SCALE));
        int green = clamped((pixel >> 8 & 0xFF) + (errors[at + 1] >> SCALE));
        int blue = clamped((pixel & 0xFF) + (errors[at + 2] >> SCALE));
        int index = table.nearest(red, green, blue);
        int chosen = palette.rgb(index);
        hand(at, step, STRENGTH * (red - (chosen >> 16)));
        hand(at + 1, step, STRENGTH * (green - (chosen >> 8 & 0xFF)));
        hand(at + 2, step, STRENGTH * (blue - (chosen & 0xFF)));
        return index;
    }

    private void hand(int at, int step, int error) {
        errors[at + step] += 7 * error;
        below[at - step] += 3 * error;
        below[at] += 5 * error;
        below[at + step] += error;
    }

    private static int clamped(int channel) {
        return Math.clamp(channel, 0, 255);
    }
}
