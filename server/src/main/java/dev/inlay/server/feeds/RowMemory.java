package dev.inlay.server.feeds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows that others inherit from, up to a number of characters: beyond that the oldest are forgotten. */
final class RowMemory {
    /** What a row and a cell cost beside their characters. */
    private static final int ROW = 200;
    private static final int CELL = 50;

    private final Map<String, Map<String, List<String>>> rows = new LinkedHashMap<>();
    private final int limit;
    private int size;
    private boolean hasForgotten;

    /** Keeps about {@code limit} characters. */
    RowMemory(int limit) {
        this.limit = limit;
    }

    /** Keeps {@code values} under {@code key}, in the place of what stood there. */
    void keep(String key, Map<String, List<String>> values) {
        forget(key);
        size += size(key, values);
        rows.put(key, values);
        while (size > limit) {
            forget(rows.keySet().iterator().next());
            hasForgotten = true;
        }
    }

    /** Whether some rows were too many. */
    boolean hasForgotten() {
        return hasForgotten;
    }

    Optional<Map<String, List<String>>> find(String key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** About how many characters {@code values} need. */
    static int size(String key, Map<String, List<String>> values) {
        int size = ROW + key.length();
        for (List<String> cell : values.values()) {
            size += CELL + cell.stream().mapToInt(String::length).sum();
        }
        return size;
    }

    private void forget(String key) {
        Map<String, List<String>> forgotten = rows.remove(key);
        if (forgotten != null) {
            size -= size(key, forgotten);
        }
    }
}
