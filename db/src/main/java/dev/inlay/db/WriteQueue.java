package dev.inlay.db;

import dev.inlay.db.WriteObserver.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Group commit: callers hand over an entry and wait on their own (virtual) thread; one writer thread takes what is
 * queued, at most 500 entries, the moment its last commit returned, and commits it as one transaction. It never
 * lingers.
 *
 * <p>Within a group entries run sorted by {@link Entry#table()} and {@link Entry#key()}. A group that fails is rolled
 * back and replayed entry by entry, so that a bad entry fails alone; serialization failures and deadlocks (40001,
 * 40P01) are tried again. An entry may therefore run more than once and must have no effect but on its handle.
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
    public record Writing(Handle handle, long seen, long now) {
        /** The DAO of {@code type} on the handle; made once for a whole group, since making one costs much. */
        public <T> T dao(Class<T> type) {
            return AttachedDaos.of(handle, type);
        }
    }

    /** One entry: where it writes, for the order within a group, and what. */
    public record Entry<T>(Lane lane, String table, String key, Work<T> work) { }

    /** How many entries may wait. */
    static final int CAPACITY = 10_000;

    private static final int GROUP_SIZE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("inlay.write.patience", 2));
    private static final Duration BULK_PATIENCE = PATIENCE.multipliedBy(5);
    private static final Duration BULK_TIME = Duration.ofMillis(50);
    private static final Duration CLOSE_TIME = Duration.ofSeconds(8);
    private static final System.Logger LOG = System.getLogger(WriteQueue.class.getName());

    private final Lanes lanes = new Lanes(CAPACITY, GROUP_SIZE);
    private final GroupCommit commits;
    /** Held while a group is written; fair, so that who pauses the writer gets their turn. */
    private final Lock turn = new ReentrantLock(true);
    private final Thread writer;
    private volatile WriteObserver observer = WriteObserver.NONE;

    WriteQueue(GroupCommit commits) {
        this.commits = commits;
        writer = Thread.ofPlatform().daemon().name("inlay-writer").start(this::writeAll);
    }

    /**
     * Writes {@code entry} and returns its answer once it is committed.
     *
     * @throws StoreException.Busy if the queue is full, or {@code timeout} passed and the entry was withdrawn before it
     *         began: nothing is stored
     * @throws StoreException.Unknown if {@code timeout} passed while it was being written, or its commit was cut off
     * @throws StoreException if the store failed
     */
    public <T> T write(Entry<T> entry, Duration timeout) {
        if (Thread.currentThread() == writer) {
            throw new IllegalStateException("an entry cannot wait for another entry");
        }
        Pending<T> pending = new Pending<>(entry);
        if (!lanes.offer(pending)) {
            observer.ended(entry.lane(), Outcome.REFUSED);
            throw new StoreException.Busy("the queue of writes is full or closed");
        }
        try {
            T answer = pending.answer().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            observer.ended(entry.lane(), Outcome.WRITTEN);
            return answer;
        } catch (ExecutionException e) {
            boolean failed = e.getCause() instanceof StoreException;
            observer.ended(entry.lane(), failed ? Outcome.FAILED : Outcome.REJECTED);
            throw (RuntimeException) e.getCause();
        } catch (TimeoutException e) {
            throw givenUp(pending, "in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givenUp(pending, "before the caller was interrupted");
        }
    }

    /**
     * As {@link #write(Entry, Duration)} with the ordinary patience: 2 seconds, for bulk work 10. The system property
     * {@code inlay.write.patience} sets other seconds than these 2, for tests on machines that are busy.
     */
    public <T> T write(Entry<T> entry) {
        return write(entry, entry.lane() == Lane.BULK ? BULK_PATIENCE : PATIENCE);
    }

    /** Tells {@code observer}, and nobody else, what happens from now on. */
    public void observe(WriteObserver observer) {
        this.observer = observer;
    }

    /** How many entries of {@code lane} wait. */
    public int waiting(Lane lane) {
        return lanes.size(lane);
    }

    /** Does {@code work} while nothing is written: entries wait meanwhile. */
    void pauseFor(Runnable work) {
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    /** Whether another entry would be taken up. */
    boolean hasRoom() {
        return writer.isAlive() && lanes.hasRoom();
    }

    /** How many entries wait. */
    int waiting() {
        return lanes.size();
    }

    /** Takes up nothing more and finishes what was taken up; returns whether that was done in time. */
    boolean close() {
        lanes.close();
        try {
            return writer.join(CLOSE_TIME);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private StoreException givenUp(Pending<?> pending, String when) {
        if (pending.withdraw()) {
            lanes.remove(pending);
            observer.ended(pending.lane(), Outcome.WITHDRAWN);
            return new StoreException.Busy("the write was withdrawn: it did not begin " + when);
        }
        observer.ended(pending.lane(), Outcome.FAILED);
        return new StoreException.Unknown("the write did not end " + when);
    }

    private void writeAll() {
        for (List<Pending<?>> group = lanes.take(); !group.isEmpty(); group = lanes.take()) {
            try {
                commit(group);
            } catch (Throwable failure) {
                LOG.log(System.Logger.Level.ERROR, "The writer failed: {0}", failure.getClass().getName());
                StoreException unknown = new StoreException.Unknown("the writer failed");
                group.forEach(pending -> pending.fail(unknown));
            }
        }
    }

    private void commit(List<Pending<?>> group) {
        turn.lock();
        try {
            long begin = System.nanoTime();
            int entries = commits.commit(group, group.getFirst().lane() == Lane.BULK ? furtherBulk() : List::of);
            observer.groupEnded(entries, Duration.ofNanos(System.nanoTime() - begin));
        } finally {
            turn.unlock();
        }
    }

    private Supplier<List<Pending<?>>> furtherBulk() {
        long end = System.nanoTime() + BULK_TIME.toNanos();
        return () -> System.nanoTime() < end ? lanes.pollBulk() : List.of();
    }
}
