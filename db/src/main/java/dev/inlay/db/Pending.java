package dev.inlay.db;

import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Writing;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;

/**
 * An entry on its way: it waits until it either begins or is withdrawn, never both.
 */
final class Pending<T> {
    /** The order of entries within a group, the same on all nodes: rows are always locked in this order. */
    static final Comparator<Pending<?>> BY_ROW =
            Comparator.<Pending<?>, String>comparing(pending -> pending.entry.table())
                    .thenComparing(pending -> pending.entry.key());

    private enum State { WAITING, BEGUN, WITHDRAWN }

    private final Entry<T> entry;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private long seen;
    private long now;
    private T result;

    Pending(Entry<T> entry) {
        this.entry = entry;
    }

    Lane lane() {
        return entry.lane();
    }

    CompletableFuture<T> answer() {
        return answer;
    }

    /** Gives the order of arrival; an entry that runs again keeps it. */
    void arrive(long seen, long now) {
        this.seen = seen;
        this.now = now;
    }

    /** Whether it may run: from now on it cannot be withdrawn. */
    boolean begin() {
        return state.compareAndSet(State.WAITING, State.BEGUN) || state.get() == State.BEGUN;
    }

    /** Whether it will never run. */
    boolean withdraw() {
        return state.compareAndSet(State.WAITING, State.WITHDRAWN);
    }

    void run(Handle handle) {
        result = entry.work().write(new Writing(handle, seen, now));
    }

    void succeed() {
        answer.complete(result);
    }

    void fail(RuntimeException failure) {
        answer.completeExceptionally(failure);
    }
}
