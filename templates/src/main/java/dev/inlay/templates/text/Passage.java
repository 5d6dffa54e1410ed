package dev.inlay.templates.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A clean text for each part of which there is a way to draw it.
 *
 * @param runs together as long as {@code text}
 * @param rightToLeft from which side it is read
 * @param missing the clusters that were left out, for nothing draws them
 */
record Passage(String text, List<Run> runs, boolean rightToLeft, List<String> missing) {
    Passage {
        runs = List.copyOf(runs);
        missing = List.copyOf(missing);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** The part from {@code start} to {@code end}, and {@code tail} behind it, drawn in the way {@code run}. */
    Passage part(int start, int end, String tail, Run run) {
        List<Run> kept = new ArrayList<>();
        int from = 0;
        for (Run each : runs) {
            int length = Math.min(end, from + each.length()) - Math.max(start, from);
            if (length > 0) {
                kept.add(each.withLength(length));
            }
            from += each.length();
        }
        kept.add(run.withLength(tail.length()));
        return new Passage(text.substring(start, end) + tail, kept, rightToLeft, missing);
    }
}
