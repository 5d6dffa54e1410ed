package dev.inlay.templates.palette;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Chooses the colours of a picture: those reserved, then the most frequent. */
public final class Quantiser {
    private Quantiser() {
    }

    public static Palette palette(int[] rgb, int width, int height, int[] reserved, int background) {
        int[] counts = new int[1 << 15];
        for (int pixel : rgb) {
            counts[pixel >> 9 & 0x7C00 | pixel >> 6 & 0x3E0 | pixel >> 3 & 0x1F]++;
        }
        IntStream frequent = IntStream.range(0, counts.length).filter(bin -> counts[bin] > 0).boxed()
                .sorted((one, other) -> counts[other] - counts[one])
                .mapToInt(bin -> (bin & 0x7C00) << 9 | (bin & 0x3E0) << 6 | (bin & 0x1F) << 3 | 0x040404);
        int[] colours = IntStream.concat(IntStream.concat(IntStream.of(background), IntStream.of(reserved)), frequent)
                .map(colour -> colour & 0xFFFFFF).distinct().limit(256).toArray();
        byte[] plte = new byte[3 * colours.length];
        for (int i = 0; i < plte.length; i++) {
            plte[i] = (byte) (colours[i / 3] >> 16 - 8 * (i % 3));
        }
        return Palette.of(plte);
    }

    public static byte[] map(int[] rgb, int width, int height, Palette palette, int background) {
        byte[] cells = new byte[1 << 18];
        boolean[] known = new boolean[1 << 18];
        byte[] indices = new byte[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            int cell = rgb[i] >> 6 & 0x3F000 | rgb[i] >> 4 & 0xFC0 | rgb[i] >> 2 & 0x3F;
            if (!known[cell]) {
                cells[cell] = (byte) palette.nearest(rgb[i]);
                known[cell] = true;
            }
            indices[i] = cells[cell];
        }
        return Arrays.copyOf(indices, width * height);
    }
}
