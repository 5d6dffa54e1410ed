package dev.inlay.templates.palette;

import java.util.stream.IntStream;

/**
 * Chooses the 256 colours of a picture and gives each pixel one of them. Equal arguments give equal results, on every
 * machine. Colours are {@code 0xRRGGBB}; what stands above these 24 bits is passed over.
 */
public final class Quantiser {
    /** So many reserved colours at most are exact: the photo needs the rest. */
    static final int MOST_RESERVED = 192;
    private static final int ROUNDS = 4;

    private Quantiser() {
    }

    /**
     * The colours of a picture. If they are, with the reserved ones, no more than 256, the palette holds them all.
     *
     * @param rgb the pixels, row by row
     * @param reserved colours that must be exact: greys of text, colours of the template; at most 192 of them are
     * @param background must be exact, too
     */
    public static Palette palette(int[] rgb, int width, int height, int[] reserved, int background) {
        check(rgb, width, height);
        ColourSet exact = new ColourSet(MOST_RESERVED);
        exact.add(background & 0xFFFFFF);
        IntStream.of(reserved).forEach(colour -> exact.add(colour & 0xFFFFFF));
        ColourSet distinct = new ColourSet(exact, Palette.MOST);
        Histogram histogram = new Histogram();
        boolean few = count(rgb, exact, distinct, histogram);
        return few ? Palette.of(distinct.colours()) : chosen(histogram.cloud(), exact.colours().toArray());
    }

    /**
     * The index of each pixel's colour. What no colour hits is spread over the pixels around (Floyd and Steinberg, rows
     * in turn from left and from right); pixels of {@code background} or of another colour that the palette holds take
     * no part in it.
     */
    public static byte[] map(int[] rgb, int width, int height, Palette palette) {
        check(rgb, width, height);
        return new Dither(rgb, width, height, palette).map();
    }

    private static boolean count(int[] rgb, ColourSet exact, ColourSet distinct, Histogram histogram) {
        boolean few = true;
        int start = 0;
        for (int i = 1; i <= rgb.length; i++) {
            if (i == rgb.length || rgb[i] != rgb[start]) {
                int colour = rgb[start] & 0xFFFFFF;
                if (!exact.contains(colour)) {
                    histogram.add(colour, i - start);
                    few = few && distinct.add(colour);
                }
                start = i;
            }
        }
        return few;
    }

    private static Palette chosen(Cloud cloud, int[] exact) {
        float[][] means = Boxes.means(cloud, Palette.MOST - exact.length);
        return Palette.of(IntStream.concat(IntStream.of(exact), Settling.settled(cloud, means, exact, ROUNDS)));
    }

    private static void check(int[] rgb, int width, int height) {
        if (width < 1 || height < 1 || rgb.length != (long) width * height) {
            throw new IllegalArgumentException("picture must have width times height pixels - was "
                    + width + " x " + height + " and " + rgb.length);
        }
    }
}
