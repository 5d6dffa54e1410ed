package dev.inlay.templates.palette;

import java.util.Arrays;

/**
 * One picture on its way to indices: serpentine Floyd-Steinberg, errors times 0.75. Where the picture is busy, a pixel
 * rather takes the colour of the pixel before it than one that is a little nearer: nobody sees it, for the error goes
 * to the neighbours as ever, and it saves a seventh of the bytes.
 */
final class Dither {
    /** Errors are kept {@value Errors#TIMES} times: 16 for the shares of the neighbours, 4 for the 0.75. */
    private static final int STRENGTH = 3;

    private final int[] rgb;
    private final int width;
    private final Palette palette;
    private final byte[] indices;
    private final ColourSet exact;
    private final NearestTable table;
    private long[] errors;
    private long[] below;
    /** What the pixel before leaves to this one. */
    private long carried;

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
        this.errors = new long[width + 2];
        this.below = new long[width + 2];
    }

    byte[] map() {
        int rows = indices.length / width;
        for (int y = 0; y < rows; y++) {
            row(y, y % 2 == 0 ? 1 : -1);
            long[] used = errors;
            errors = below;
            below = used;
            Arrays.fill(below, 0);
        }
        return indices;
    }

    private void row(int y, int step) {
        int x = step > 0 ? 0 : width - 1;
        int even = -1;
        int index = 0;
        carried = 0;
        for (int i = 0; i < width; i++, x += step) {
            int at = y * width + x;
            int pixel = rgb[at] & 0xFFFFFF;
            if (pixel != even) {
                boolean hit = exact.contains(pixel);
                even = hit ? pixel : -1;
                index = hit ? palette.nearest(pixel) : spread(at, x, step, i > 0 ? index : -1);
                carried = hit ? 0 : carried;
            }
            indices[at] = (byte) index;
        }
    }

    /** Chooses for one pixel and hands what is left to its neighbours. */
    private int spread(int at, int x, int step, int before) {
        long error = errors[x + 1] + carried;
        int red = clamped((rgb[at] >> 16 & 0xFF) + Errors.red(error));
        int green = clamped((rgb[at] >> 8 & 0xFF) + Errors.green(error));
        int blue = clamped((rgb[at] & 0xFF) + Errors.blue(error));
        int index = table.nearest(red, green, blue);
        if (before >= 0 && before != index) {
            int farther = distance(before, red, green, blue) - distance(index, red, green, blue);
            index = Busyness.hides(farther, rgb, width, at, x) ? before : index;
        }
        int chosen = palette.rgb(index);
        hand(x + 1, step, STRENGTH
                * Errors.of(red - (chosen >> 16), green - (chosen >> 8 & 0xFF), blue - (chosen & 0xFF)));
        return index;
    }

    /** 7/16 to the next pixel, 3/16, 5/16 and 1/16 to those below. */
    private void hand(int at, int step, long error) {
        carried = 7 * error;
        below[at - step] += 3 * error;
        below[at] += 5 * error;
        below[at + step] += error;
    }

    private int distance(int index, int red, int green, int blue) {
        return Palette.distance(palette.rgb(index), red << 16 | green << 8 | blue);
    }

    private static int clamped(int channel) {
        return Math.max(0, Math.min(255, channel));
    }
}
