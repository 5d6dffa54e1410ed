package dev.inlay.server.feeds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows that later rows inherit from, up to {@value #MAX_SIZE} characters: beyond that the oldest are forgotten. */
final class RowMemory {
    static final int MAX_SIZE = 8 * 1024 * 1024;

    /** What a row costs beside its characters. */
    private static final int ROW = 200;
    private static final int CELL = 50;

    private final Map<String, Map<String, List<String>>> rows = new LinkedHashMap<>();
    private int size;

    /** Keeps {@code values} under {@code key}, in the place of what stood there. */
    void keep(String key, Map<String, List<String>> values) {
        forget(key);
        size += size(key, values);
        rows.put(key, values);
        while (size > MAX_SIZE) {
            forget(rows.keySet().iterator().next());
        }
    }

    Optional<Map<String, List<String>>> find(String key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** About how many characters {@code values} need. */
    static int size(String key, Map<String, List<String>> values) {
        int size = ROW + key.length();
        for (Map.Entry<String, List<String>> cell : values.entrySet()) {
            size += CELL + cell.getKey().length() + cell.getValue().stream().mapToInt(String::length).sum();
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
