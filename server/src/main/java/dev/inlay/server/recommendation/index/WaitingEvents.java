package dev.inlay.server.recommendation.index;

import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.ProductReference;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Predicate;

/** Events whose product the catalogue does not hold yet, the latest 100,000 of them. For one thread. */
final class WaitingEvents {
    private static final int MOST = 100_000;

    /** One of them, its owner by hash, its time in milliseconds since 1970. */
    record Waiting(long owner, EventType type, ProductReference product, long time) { }

    private final ArrayDeque<Waiting> events = new ArrayDeque<>();
    private volatile int size;

    int size() {
        return size;
    }

    void add(Waiting event) {
        if (events.size() == MOST) {
            events.removeFirst();
        }
        events.addLast(event);
        size = events.size();
    }

    /** Lets go of those that {@code count} counts; in their order. */
    void retry(Predicate<Waiting> count) {
        events.removeIf(count);
        size = events.size();
    }

    void write(SnapshotOutput out) throws IOException {
        out.putInt(events.size());
        for (Waiting event : events) {
            out.putLong(event.owner());
            out.putInt(event.type().code());
            out.putText(event.product().productNumber().orElse(""));
            out.putText(event.product().url().orElse(""));
            out.putLong(event.time());
        }
    }

    static WaitingEvents read(SnapshotInput in) throws IOException {
        WaitingEvents waiting = new WaitingEvents();
        int count = in.takeInt(0, MOST);
        for (int i = 0; i < count; i++) {
            long owner = in.takeLong();
            EventType type = EventType.of(in.takeInt(1, EventType.values().length));
            ProductReference product = new ProductReference(present(in.takeText()), present(in.takeText()));
            waiting.add(new Waiting(owner, type, product, in.takeLong()));
        }
        return waiting;
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
