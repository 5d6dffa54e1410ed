package dev.inlay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlay.db.WriteObserver.Outcome;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Work;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteObserverTest {
    private final TestStore store = TestStore.h2();
    private final WriteQueue writes = store.database().writes();
    private final Queue<String> ended = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> groups = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void observe() {
        writes.observe(new WriteObserver() {
            @Override
            public void ended(Lane lane, Outcome outcome) {
                ended.add(lane + " " + outcome);
            }

            @Override
            public void groupEnded(int entries, Duration took) {
                groups.add(entries);
            }
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyEntryEndsInOneWay() {
        write(Lane.LOCK, writing -> "stored");
        assertThatThrownBy(() -> write(Lane.LIVE, writing -> {
            throw new IllegalArgumentException("not allowed");
        })).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> write(Lane.BULK, writing -> writing.handle().execute("DELETE FROM nowhere")))
                .isInstanceOf(StoreException.class);

        assertThat(ended).containsExactly("LOCK WRITTEN", "LIVE REJECTED", "BULK FAILED");
        assertThat(groups).hasSizeGreaterThanOrEqualTo(2).containsOnly(1);
    }

    @Test
    void entryThatDidNotBeginIsToldAsWithdrawnAndOneTooManyAsRefused() {
        writes.pauseFor(() -> assertThatThrownBy(() -> writes.write(entry(Lane.LOCK, writing -> "late"), Duration.ZERO))
                .isInstanceOf(StoreException.Busy.class));
        writes.close();
        assertThatThrownBy(() -> write(Lane.LIVE, writing -> "too late")).isInstanceOf(StoreException.Busy.class);

        assertThat(ended).containsExactly("LOCK WITHDRAWN", "LIVE REFUSED");
        assertThat(writes.waiting(Lane.LOCK)).isZero();
    }

    @Test
    void readersAreCountedWhileTheyRead() {
        int busy = store.database().read(handle -> {
            handle.execute("SELECT 1");
            return store.database().readers().inUse();
        });

        assertThat(busy).isEqualTo(1);
        assertThat(store.database().readers()).isEqualTo(new ReaderPool(10, 0, 0));
    }

    private <T> T write(Lane lane, Work<T> work) {
        return writes.write(entry(lane, work));
    }

    private static <T> Entry<T> entry(Lane lane, Work<T> work) {
        return new Entry<>(lane, "note", "key", work);
    }
}
