package dev.inlay.server.statistics;

import dev.inlay.db.statistics.PictureCount;
import dev.inlay.db.statistics.StatisticsBatch;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Takes what was counted to the store, again and again, on a thread of its own that may wait for the store. */
final class TallyStoring implements AutoCloseable {
    private static final Logger LOG = System.getLogger(TallyStoring.class.getName());

    private final Tally tally;
    private final CountedRows rows;
    private final BatchWriter writer;
    private final Duration pause;
    private final LongConsumer dropped;
    private final Insistence insistence;

    /** @param dropped is told how many pictures and clicks the store refused */
    TallyStoring(Tally tally, CountedRows rows, BatchWriter writer, Duration pause, LongConsumer dropped) {
        this.tally = tally;
        this.rows = rows;
        this.writer = writer;
        this.pause = pause;
        this.dropped = dropped;
        insistence = new Insistence(pause);
        Thread.ofPlatform().daemon().name("statistics-writer").start(this::storeAll);
    }

    /** Begins nothing more; what is being written may still be stored. */
    @Override
    public void close() {
        insistence.close();
    }

    private void storeAll() {
        try {
            while (!insistence.isClosed()) {
                store(tally.take(pause));
            }
        } catch (InterruptedException e) {
            LOG.log(Level.WARNING, "pictures and clicks are no longer counted");
        }
    }

    private void store(Counted counted) throws InterruptedException {
        List<StatisticsBatch> batches = new ArrayList<>();
        if (!insistence.hasDone(() -> batches.addAll(writer.batches(rows.of(counted))))) {
            drop(visits(counted));
        }
        for (StatisticsBatch batch : batches) {
            if (!insistence.hasDone(() -> writer.write(batch))) {
                drop(visits(batch));
            }
        }
        if (!insistence.isClosed()) {
            counted.waiting().forEach(stored -> stored.complete(null));
        }
    }

    private void drop(long visits) {
        if (!insistence.isClosed()) {
            dropped.accept(visits);
            LOG.log(Level.WARNING, "{0} pictures and clicks are not counted: the store refused them", visits);
        }
    }

    private static long visits(Counted counted) {
        return counted.shown().values().stream().mapToLong(Long::longValue).sum() + counted.clicks().size();
    }

    private static long visits(StatisticsBatch batch) {
        return batch.pictures().stream().mapToLong(PictureCount::loads).sum() + batch.clicks().size();
    }
}
