package dev.inlay.templates.layout;

import dev.inlay.templates.design.Rows;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The plain colours that a text of some rows may stand on. */
final class PlainGrounds {
    private static final int MOST = 2;
    /** One of so many pixels has a colour that counts. */
    private static final int SHARE = 6;

    private PlainGrounds() {
    }

    /** The most frequent first; none if no colour is frequent. */
    static List<Integer> below(Rows rows, BufferedImage picture) {
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, rows.from(), width, rows.count(), null, 0, width);
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & 0xFFFFFF, 1, Integer::sum);
        }
        return counts.entrySet().stream().filter(entry -> entry.getValue() >= pixels.length / SHARE)
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST).map(Map.Entry::getKey).toList();
    }
}
