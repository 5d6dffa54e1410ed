package dev.inlay.server.recommendation.index;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/** Which events of the last moments were taken up, so that those that are read again count once. For one thread. */
final class LatestEvents {
    private record Known(long seen, long id, EventType type) {
        private static final Comparator<Known> ORDER = Comparator.comparingLong(Known::seen)
                .thenComparingLong(Known::id).thenComparing(Known::type);

        static Known of(Event event) {
            return new Known(event.seen(), event.id(), event.type());
        }
    }

    private final TreeSet<Known> known = new TreeSet<>(Known.ORDER);

    /** Returns whether {@code event} was not known. */
    boolean add(Event event) {
        return known.add(Known.of(event));
    }

    void forgetBefore(long seen) {
        known.headSet(new Known(seen, Long.MIN_VALUE, EventType.VIEW)).clear();
    }

    /** The order of arrival of the oldest one. */
    Optional<Long> oldest() {
        return known.isEmpty() ? Optional.empty() : Optional.of(known.first().seen());
    }

    /** Whether all of them are among {@code events}. */
    boolean areAmong(Collection<Event> events) {
        TreeSet<Known> missing = new TreeSet<>(known);
        events.forEach(event -> missing.remove(Known.of(event)));
        return missing.isEmpty();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(known.size());
        for (Known event : known) {
            out.writeLong(event.seen());
            out.writeLong(event.id());
            out.writeByte(event.type().code());
        }
    }

    static LatestEvents read(DataInputStream in) throws IOException {
        LatestEvents latest = new LatestEvents();
        for (int left = in.readInt(); left > 0; left--) {
            latest.known.add(new Known(in.readLong(), in.readLong(), EventType.of(in.readByte())));
        }
        return latest;
    }
}
