package dev.inlay.server.statistics;

import dev.inlay.db.statistics.StatisticsBatch;
import dev.inlay.db.statistics.StatisticsStore;
import dev.inlay.server.statistics.CountedRows.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Stores rows in small batches. One that failed may be written again, before any later one, and counts once even if the
 * store had taken it without saying so. One thread at a time.
 */
final class BatchWriter {
    private static final int BATCH = 200;

    private final StatisticsStore store;
    private final String name = UUID.randomUUID().toString().replace("-", "");
    private long last;

    BatchWriter(StatisticsStore store) {
        this.store = store;
    }

    /** The rows of each website, in the order in which they are to be written. */
    List<StatisticsBatch> batches(Map<Integer, Rows> rows) {
        return rows.entrySet().stream().flatMap(of -> batches(of.getKey(), of.getValue()).stream()).toList();
    }

    /** @throws dev.inlay.db.StoreException if it is not known to be stored */
    void write(StatisticsBatch batch) {
        store.write(batch);
    }

    /** Clicks are made suspects after all clicks, so that none is missed. */
    private List<StatisticsBatch> batches(int websiteId, Rows rows) {
        List<StatisticsBatch> batches = new ArrayList<>();
        int longest = Math.max(rows.clicks().size(), Math.max(rows.pictures().size(), rows.findings().size()));
        for (int from = 0; from < longest; from += BATCH) {
            batches.add(new StatisticsBatch(websiteId, name, ++last, part(rows.pictures(), from),
                    part(rows.findings(), from), part(rows.clicks(), from), List.of()));
        }
        for (int from = 0; from < rows.suspects().size(); from += BATCH) {
            batches.add(new StatisticsBatch(websiteId, name, ++last, List.of(), List.of(), List.of(),
                    part(rows.suspects(), from)));
        }
        return batches;
    }

    private static <T> List<T> part(List<T> rows, int from) {
        return rows.subList(Math.min(from, rows.size()), Math.min(from + BATCH, rows.size()));
    }
}
