package dev.inlay.templates.text;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;

/** Where the clusters of a text meet, its start and its end included. */
final class ClusterBorders {
    private final int[] borders;

    private ClusterBorders(int[] borders) {
        this.borders = borders;
    }

    /** Only {@code next} of the iterator is asked: its {@code preceding} loses its way among many marks. */
    static ClusterBorders of(String text, Locale locale) {
        BreakIterator clusters = BreakIterator.getCharacterInstance(locale);
        clusters.setText(text);
        int[] borders = new int[text.length() + 1];
        int count = 0;
        for (int at = clusters.first(); at != BreakIterator.DONE; at = clusters.next()) {
            borders[count++] = at;
        }
        return new ClusterBorders(Arrays.copyOf(borders, count));
    }

    /** The last border at {@code index} or before it. */
    int atOrBefore(int index) {
        int found = Arrays.binarySearch(borders, index);
        return borders[found >= 0 ? found : Math.max(0, -found - 2)];
    }

    /** The last border before {@code index}; the start of the text, if there is none. */
    int before(int index) {
        return atOrBefore(index - 1);
    }

    /** The first border behind {@code index}; the end of the text, if there is none. */
    int after(int index) {
        int found = Arrays.binarySearch(borders, index + 1);
        return borders[Math.min(borders.length - 1, found >= 0 ? found : -found - 1)];
    }
}
