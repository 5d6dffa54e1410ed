package dev.inlay.db;

import java.time.Duration;
import org.jdbi.v3.core.Handle;

/**
 * Group commit: callers hand over an entry and wait on their own (virtual) thread; one writer thread takes what is
 * queued, at most 500 entries, the moment its last commit returned, and commits it as one transaction. It never lingers.
 *
 * <p>Within a group entries run sorted by {@link Entry#table()} and {@link Entry#key()}. A group that fails is rolled
 * back and replayed entry by entry, so that a bad entry fails alone; serialization failures and deadlocks (40001, 40P01)
 * are tried again. An entry may therefore run more than once and must have no effect but on its handle.
 */
public final class WriteQueue {
    /** Which entries go first. Bulk work takes part in transactions of at most 50 ms. */
    public enum Lane { LOCK, LIVE, BULK }

    /** What an entry does: statements on {@link Writing#handle()}, and its answer. */
    @FunctionalInterface
    public interface Work<T> {
        T write(Writing writing);
    }

    /**
     * What the writer lends to an entry.
     *
     * @param handle the connection inside the group's transaction
     * @param seen the order of arrival given to this entry, see {@link SeenClock}
     * @param now wall clock, milliseconds since 1970
     */
    public record Writing(Handle handle, long seen, long now) { }

    /** One entry: where it writes, for the order within a group, and what. */
    public record Entry<T>(Lane lane, String table, String key, Work<T> work) { }

    WriteQueue() {
    }

    /**
     * Writes {@code entry} and returns its answer once it is committed.
     *
     * @throws StoreException.Busy if the queue is full, or {@code timeout} passed and the entry was withdrawn before it
     *         began: nothing is stored
     * @throws StoreException if the store failed, or {@code timeout} passed while it was being written
     */
    public <T> T write(Entry<T> entry, Duration timeout) {
        throw new UnsupportedOperationException("next");
    }

    /** As {@link #write(Entry, Duration)} with the ordinary patience of 10 seconds. */
    public <T> T write(Entry<T> entry) {
        return write(entry, Duration.ofSeconds(10));
    }
}
