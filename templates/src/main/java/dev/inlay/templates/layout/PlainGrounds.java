package dev.inlay.templates.layout;

import dev.inlay.templates.design.Rows;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The plain colours that a text of some rows may stand on. */
final class PlainGrounds {
    private static final int MOST = 2;
    /** One of so many pixels has a colour that counts. */
    private static final int SHARE = 6;

    private PlainGrounds() {
    }

    private record Frequent(int colour, int count) { }

    /** The most frequent first, of two that are equally so the lesser number; none if no colour is frequent. */
    static List<Integer> below(Rows rows, BufferedImage picture) {
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, rows.from(), width, rows.count(), null, 0, width);
        Arrays.setAll(pixels, i -> pixels[i] & 0xFFFFFF);
        Arrays.sort(pixels);
        return frequent(pixels).stream().sorted(Comparator.comparingInt(Frequent::count).reversed()).limit(MOST)
                .map(Frequent::colour).toList();
    }

    private static List<Frequent> frequent(int[] sorted) {
        List<Frequent> frequent = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                if (i - start >= sorted.length / SHARE) {
                    frequent.add(new Frequent(sorted[start], i - start));
                }
                start = i;
            }
        }
        return frequent;
    }
}
