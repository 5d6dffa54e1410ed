package dev.inlay.db;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Commits groups of entries, each as one transaction. A group that fails is rolled back: where the store is away, all
 * its entries fail; else it is replayed entry by entry, so that a bad entry fails alone.
 */
final class GroupCommit {
    private static final int ATTEMPTS = 5;

    private final Supplier<Handle> handles;
    private final StoreFailures failures;
    private final SeenClock clock;
    private final InstantSource time;

    GroupCommit(Supplier<Handle> handles, StoreFailures failures, SeenClock clock, InstantSource time) {
        this.handles = handles;
        this.failures = failures;
        this.clock = clock;
        this.time = time;
    }

    /**
     * Commits {@code group}, which is in order of arrival, and then what {@code more} gives, until it gives nothing.
     * Returns how many entries that were.
     */
    int commit(List<Pending<?>> group, Supplier<List<Pending<?>>> more) {
        List<Pending<?>> taken = new ArrayList<>(arrived(group));
        taken.sort(Pending.BY_ROW);
        try {
            commitTogether(List.copyOf(taken), () -> {
                List<Pending<?>> next = arrived(more.get());
                taken.addAll(next);
                return next;
            });
        } catch (Throwable failure) {
            settle(taken, failure);
        }
        return taken.size();
    }

    private List<Pending<?>> arrived(List<Pending<?>> group) {
        long now = time.millis();
        group.forEach(pending -> pending.arrive(clock.next(), now));
        return group;
    }

    private void commitTogether(List<Pending<?>> group, Supplier<List<Pending<?>>> more) {
        List<Pending<?>> begun = new ArrayList<>();
        inTransaction(handle -> {
            for (List<Pending<?>> next = group; !next.isEmpty(); next = more.get()) {
                next.stream().filter(Pending::begin).forEach(pending -> {
                    begun.add(pending);
                    pending.run(handle);
                });
            }
        });
        begun.forEach(Pending::succeed);
    }

    private void settle(List<Pending<?>> group, Throwable failure) {
        Throwable last = failure;
        for (Pending<?> pending : group) {
            if (pending.begin()) {
                if (!failures.isAway(last)) {
                    last = commitAlone(pending);
                } else {
                    pending.fail(failures.toCaller(last));
                }
            }
        }
    }

    /** Commits one entry; returns why it failed, or null. */
    private Throwable commitAlone(Pending<?> pending) {
        for (int attempt = 1; ; attempt++) {
            try {
                inTransaction(pending::run);
                pending.succeed();
                return null;
            } catch (Throwable failure) {
                if (attempt == ATTEMPTS || !failures.isWorthRetrying(failure)) {
                    pending.fail(failures.toCaller(failure));
                    return failure;
                }
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000, attempt * 10_000_000L));
        }
    }

    private void inTransaction(Consumer<Handle> work) {
        Handle handle = handles.get();
        try {
            handle.begin();
            work.accept(handle);
            commit(handle);
        } catch (Throwable failure) {
            quietly(handle::rollback);
            throw failure;
        } finally {
            quietly(handle::close);
        }
    }

    private void commit(Handle handle) {
        try {
            handle.commit();
        } catch (RuntimeException failure) {
            throw failures.ofCommit(failure);
        }
    }

    private static void quietly(Runnable cleanup) {
        try {
            cleanup.run();
        } catch (RuntimeException e) {
            // The connection is broken: the pool drops it, and the store rolls back.
        }
    }
}
