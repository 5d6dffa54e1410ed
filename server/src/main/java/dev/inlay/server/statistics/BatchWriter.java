package dev.inlay.server.statistics;

import dev.inlay.db.statistics.StatisticsBatch;
import dev.inlay.db.statistics.StatisticsStore;
import dev.inlay.server.statistics.CountedRows.Rows;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Stores rows in small batches. One that fails is tried again, and counts once even if the store had taken it without
 * saying so. One thread at a time.
 */
final class BatchWriter {
    private static final int BATCH = 200;

    private final StatisticsStore store;
    private final String name = UUID.randomUUID().toString().replace("-", "");
    private final Deque<StatisticsBatch> unsent = new ArrayDeque<>();
    private long last;

    BatchWriter(StatisticsStore store) {
        this.store = store;
    }

    void add(Map<Integer, Rows> rows) {
        rows.forEach(this::add);
    }

    /**
     * Stores all that was added.
     *
     * @throws dev.inlay.db.StoreException if the store fails; what is not stored remains for the next time
     */
    void write() {
        while (!unsent.isEmpty()) {
            store.write(unsent.getFirst());
            unsent.removeFirst();
        }
    }

    /** Clicks are made suspects after all clicks, so that none is missed. */
    private void add(int websiteId, Rows rows) {
        int longest = Math.max(rows.clicks().size(), Math.max(rows.pictures().size(), rows.findings().size()));
        for (int from = 0; from < longest; from += BATCH) {
            unsent.add(new StatisticsBatch(websiteId, name, ++last, part(rows.pictures(), from),
                    part(rows.findings(), from), part(rows.clicks(), from), List.of()));
        }
        for (int from = 0; from < rows.suspects().size(); from += BATCH) {
            unsent.add(new StatisticsBatch(websiteId, name, ++last, List.of(), List.of(), List.of(),
                    part(rows.suspects(), from)));
        }
    }

    private static <T> List<T> part(List<T> rows, int from) {
        return rows.subList(Math.min(from, rows.size()), Math.min(from + BATCH, rows.size()));
    }
}
