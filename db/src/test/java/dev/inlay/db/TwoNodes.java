package dev.inlay.db;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Writing;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Two nodes on one PostgreSQL, which can be let run into each other. */
public final class TwoNodes implements AutoCloseable {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final TestStore store = TestStore.postgres();
    private final Database there = store.openAgain();

    public Database here() {
        return store.database();
    }

    public Database there() {
        return there;
    }

    public TestTime time() {
        return store.time();
    }

    /**
     * Does {@code mine} here when {@code theirs} is written there, and commits that once {@code mine} waits for it.
     * Theirs arrives a moment later than all before, mine a moment later than theirs.
     */
    public <T> T meet(Consumer<Writing> theirs, Supplier<T> mine) {
        CountDownLatch written = new CountDownLatch(1);
        time().advance(MOMENT);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> other = threads.submit(() -> there.writes().write(new Entry<>(Lane.BULK, "", "", writing -> {
                theirs.accept(writing);
                written.countDown();
                awaitWaiting();
                return null;
            })));
            written.await();
            time().advance(MOMENT);
            T answer = mine.get();
            other.get();
            return answer;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        there.close();
        store.close();
    }

    private void awaitWaiting() {
        for (int pause = 0; pause < 500 && !isAnybodyWaiting(); pause++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertTrue(isAnybodyWaiting(), "the nodes did not meet");
    }

    private boolean isAnybodyWaiting() {
        return there.read(handle -> handle.createQuery("""
                SELECT COUNT(*) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock'
                """).mapTo(Integer.class).one()) > 0;
    }
}
