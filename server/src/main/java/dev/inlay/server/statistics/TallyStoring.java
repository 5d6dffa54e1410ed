package dev.inlay.server.statistics;

import dev.inlay.db.StoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Takes what was counted to the store, again and again, on a thread of its own that may wait for the store. */
final class TallyStoring implements AutoCloseable {
    private static final Logger LOG = System.getLogger(TallyStoring.class.getName());

    private final Tally tally;
    private final CountedRows rows;
    private final BatchWriter writer;
    private final Duration pause;
    private final Thread thread;
    private volatile boolean closed;
    private boolean failing;

    TallyStoring(Tally tally, CountedRows rows, BatchWriter writer, Duration pause) {
        this.tally = tally;
        this.rows = rows;
        this.writer = writer;
        this.pause = pause;
        thread = Thread.ofPlatform().daemon().name("statistics-writer").start(this::storeAll);
    }

    /** Begins nothing more. The thread is not interrupted: it may be reading the file of the embedded store. */
    @Override
    public void close() {
        closed = true;
    }

    private void storeAll() {
        try {
            while (!closed) {
                store(tally.take(pause));
            }
        } catch (InterruptedException e) {
            LOG.log(Level.WARNING, "pictures and clicks are no longer counted");
        }
    }

    private void store(Counted counted) throws InterruptedException {
        try {
            if (!counted.isEmpty()) {
                storeSurely(counted);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "some pictures and clicks are not counted", e);
        }
    }

    /** Tries until the store has taken it. */
    private void storeSurely(Counted counted) throws InterruptedException {
        boolean added = false;
        while (!closed) {
            try {
                if (!added) {
                    writer.add(rows.of(counted));
                    added = true;
                }
                writer.write();
                failing = false;
                counted.waiting().forEach(stored -> stored.complete(null));
                return;
            } catch (StoreException e) {
                tell(e);
                Thread.sleep(pause);
            }
        }
    }

    private void tell(StoreException e) {
        if (!failing) {
            LOG.log(Level.WARNING, "pictures and clicks cannot be stored for the moment: {0}", e.getMessage());
        }
        failing = true;
    }
}
