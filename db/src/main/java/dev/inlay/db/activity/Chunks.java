package dev.inlay.db.activity;

import java.util.List;
import java.util.function.ToIntFunction;

/** Statements that write many rows at once, of a size that every database takes. */
final class Chunks {
    private static final int ROWS = 100;

    private Chunks() {
    }

    /** Hands {@code rows} to {@code statement}, some at a time; returns the sum of what it answers. */
    static <T> int write(List<T> rows, ToIntFunction<List<T>> statement) {
        int sum = 0;
        for (int from = 0; from < rows.size(); from += ROWS) {
            sum += statement.applyAsInt(rows.subList(from, Math.min(rows.size(), from + ROWS)));
        }
        return sum;
    }
}
