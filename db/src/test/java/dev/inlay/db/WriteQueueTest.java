package dev.inlay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WriteQueueTest {
    private static final Executor VIRTUAL = Thread::startVirtualThread;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestStore store = TestStore.h2();
    private final WriteQueue writes = store.database().writes();

    @BeforeEach
    void makeTable() {
        write(Lane.LIVE, "schema", writing ->
                writing.handle().execute("CREATE TABLE note (id BIGINT PRIMARY KEY, text VARCHAR(10))"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void answerComesAfterTheCommit() {
        assertEquals("stored", write(Lane.LIVE, "a", writing -> {
            insert(writing, 1, "one");
            return "stored";
        }));

        assertEquals(List.of(1L), notes());
    }

    @Test
    void entriesThatWaitTogetherAreCommittedTogether() {
        CountDownLatch gate = block();
        List<CompletableFuture<Object>> answers = IntStream.range(0, 100).mapToObj(id ->
                later(Lane.LIVE, "k", writing -> {
                    insert(writing, id, "x");
                    return (Object) writing.handle();
                })).toList();
        awaitWaiting(100);

        gate.countDown();

        assertEquals(1, answers.stream().map(CompletableFuture::join).distinct().count());
        assertEquals(100, notes().size());
    }

    @Test
    void badEntryFailsAloneAndTheOthersAreStored() {
        CountDownLatch gate = block();
        CompletableFuture<Object> first = later(Lane.LIVE, "a", writing -> insert(writing, 1, "one"));
        CompletableFuture<Object> bad =
                later(Lane.LIVE, "b", writing -> insert(writing, 2, "far too long for its column"));
        IllegalArgumentException own = new IllegalArgumentException("own");
        CompletableFuture<Object> refusing = later(Lane.LIVE, "c", writing -> {
            insert(writing, 3, "three");
            throw own;
        });
        CompletableFuture<Object> last = later(Lane.LIVE, "d", writing -> insert(writing, 4, "four"));
        awaitWaiting(4);

        gate.countDown();

        first.join();
        last.join();
        assertThat(failure(bad)).isInstanceOf(StoreException.class).hasNoCause();
        assertThat(failure(bad).getMessage()).doesNotContain("far too long");
        assertSame(own, failure(refusing));
        assertEquals(List.of(1L, 4L), notes());
    }

    @Test
    void writerSurvivesAnError() {
        assertThrows(StoreException.class, () -> write(Lane.LIVE, "a", writing -> {
            throw new OutOfMemoryError("not really");
        }));

        write(Lane.LIVE, "a", writing -> insert(writing, 1, "one"));

        assertEquals(List.of(1L), notes());
    }

    @Test
    void entryThatDidNotBeginInTimeIsWithdrawn() {
        CountDownLatch gate = block();

        assertThrows(StoreException.Busy.class, () ->
                writes.write(new Entry<>(Lane.LIVE, "note", "a", writing -> insert(writing, 1, "one")),
                        Duration.ofMillis(50)));
        gate.countDown();
        write(Lane.LIVE, "b", writing -> insert(writing, 2, "two"));

        assertEquals(List.of(2L), notes());
    }

    @Test
    void fullQueueIsBusyAndHasRoomAgainLater() {
        CountDownLatch gate = block();
        IntStream.range(0, WriteQueue.CAPACITY).forEach(id -> later(Lane.LIVE, "k", writing -> null));
        awaitWaiting(WriteQueue.CAPACITY);

        assertThrows(StoreException.Busy.class, () -> write(Lane.LOCK, "k", writing -> null));
        assertEquals(false, store.database().isReady());
        gate.countDown();
        while (writes.waiting() >= WriteQueue.CAPACITY) {
            Thread.onSpinWait();
        }

        assertEquals("room", write(Lane.BULK, "k", writing -> "room"));
    }

    @Test
    void locksGoBeforeBulkWorkAndRowsAreTouchedInOneOrder() {
        CountDownLatch gate = block();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Object>> answers = new ArrayList<>();
        answers.add(later(Lane.BULK, "1", writing -> order.add("bulk")));
        awaitWaiting(1);
        answers.add(later(Lane.LIVE, "c", writing -> order.add("live c")));
        awaitWaiting(2);
        answers.add(later(Lane.LIVE, "a", writing -> order.add("live a")));
        awaitWaiting(3);
        answers.add(later(Lane.LOCK, "b", writing -> order.add("lock b")));
        awaitWaiting(4);

        gate.countDown();
        answers.forEach(CompletableFuture::join);

        assertEquals(List.of("live a", "lock b", "live c", "bulk"), order);
    }

    @Test
    void seenFollowsTheOrderOfArrival() {
        CountDownLatch gate = block();
        CompletableFuture<Long> first = later(Lane.LIVE, "z", WriteQueue.Writing::seen);
        awaitWaiting(1);
        CompletableFuture<Long> second = later(Lane.LIVE, "a", WriteQueue.Writing::seen);
        awaitWaiting(2);

        gate.countDown();

        assertThat(second.join()).isGreaterThan(first.join());
    }

    @Test
    void closingFinishesWhatWasTakenUp() {
        CountDownLatch gate = block();
        CompletableFuture<Object> answer = later(Lane.LIVE, "a", writing -> insert(writing, 1, "one"));
        awaitWaiting(1);

        CompletableFuture<Void> closed = CompletableFuture.runAsync(store::restart, VIRTUAL);
        gate.countDown();
        answer.join();
        closed.join();

        assertEquals(List.of(1L), notes());
        assertThrows(StoreException.Busy.class, () -> write(Lane.LIVE, "b", writing -> insert(writing, 2, "two")));
    }

    @Test
    void floodOfLiveEntriesNeverStopsBulkWork() {
        AtomicBoolean flood = new AtomicBoolean(true);
        for (int thread = 0; thread < 20; thread++) {
            VIRTUAL.execute(() -> {
                while (flood.get()) {
                    write(Lane.LIVE, "k", writing -> null);
                }
            });
        }

        String answer = write(Lane.BULK, "k", writing -> "done");
        flood.set(false);

        assertEquals("done", answer);
    }

    private CountDownLatch block() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        later(Lane.LOCK, "gate", writing -> {
            begun.countDown();
            await(gate);
            return null;
        });
        await(begun);
        return gate;
    }

    private void awaitWaiting(int count) {
        while (writes.waiting() < count) {
            Thread.onSpinWait();
        }
    }

    private <T> CompletableFuture<T> later(Lane lane, String key, Work<T> work) {
        return CompletableFuture.supplyAsync(() -> write(lane, key, work), VIRTUAL);
    }

    private <T> T write(Lane lane, String key, Work<T> work) {
        return writes.write(new Entry<>(lane, "note", key, work), PATIENCE);
    }

    private List<Long> notes() {
        return store.database().read(handle ->
                handle.createQuery("SELECT id FROM note ORDER BY id").mapTo(Long.class).list());
    }

    private static int insert(WriteQueue.Writing writing, long id, String text) {
        return writing.handle().execute("INSERT INTO note (id, text) VALUES (?, ?)", id, text);
    }

    private static Throwable failure(CompletableFuture<?> answer) {
        return assertThrows(CompletionException.class, answer::join).getCause();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
