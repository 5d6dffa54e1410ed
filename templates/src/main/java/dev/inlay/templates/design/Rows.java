package dev.inlay.templates.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rows of a picture, from {@code from} to before {@code to}, in pixels; never none. */
public record Rows(int from, int to) {
    public Rows {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("rows must be at least one - were " + from + " to " + to);
        }
    }

    public int count() {
        return to - from;
    }

    /** The rows of all {@code parts} in order, those that overlap or touch made one. */
    public static List<Rows> merged(List<Rows> parts) {
        List<Rows> merged = new ArrayList<>();
        for (Rows rows : parts.stream().sorted(Comparator.comparingInt(Rows::from)).toList()) {
            if (merged.isEmpty() || merged.getLast().to < rows.from) {
                merged.add(rows);
            } else {
                Rows last = merged.removeLast();
                merged.add(new Rows(last.from, Math.max(last.to, rows.to)));
            }
        }
        return List.copyOf(merged);
    }
}
