package dev.inlay.server.recommendation.index;

import dev.inlay.db.SeenClock;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.catalogue.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;

/**
 * Brings the events of one website into its index, each once and in their order of arrival. Events of another node may
 * show late: every tenth time the last ten seconds are read again.
 */
final class IndexFollower {
    private static final int BATCH = 2_000;
    private static final int OVERLAP_EVERY = 10;
    private static final long OVERLAP = SeenClock.of(Duration.ofSeconds(10).toMillis());

    private record Place(long seen, long id) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return seen != other.seen ? Long.compare(seen, other.seen) : Long.compare(id, other.id);
        }
    }

    private final int websiteId;
    private final ActivityStore activities;
    private final TreeMap<Place, EnumSet<EventType>> recent = new TreeMap<>();
    private final SessionIndex index = new SessionIndex();
    private Place last;
    private int round;

    /** Follows what was seen from {@code begin} on. */
    IndexFollower(int websiteId, ActivityStore activities, Instant begin) {
        this.websiteId = websiteId;
        this.activities = activities;
        this.last = new Place(SeenClock.of(begin.toEpochMilli()), 0);
    }

    SessionIndex index() {
        return index;
    }

    /** Reads what is new; one thread at a time. */
    void catchUp(Catalogue catalogue) {
        boolean overlapping = ++round % OVERLAP_EVERY == 0;
        read(catalogue, overlapping ? new Place(last.seen() - OVERLAP, 0) : last);
    }

    private void read(Catalogue catalogue, Place from) {
        Place after = from;
        List<Event> events;
        do {
            events = activities.eventsAfter(websiteId, after.seen(), after.id(), BATCH);
            index.add(events.stream().filter(this::isNew).toList(), catalogue);
            for (Event event : events) {
                after = new Place(event.seen(), event.id());
            }
            last = after.compareTo(last) > 0 ? after : last;
            forgetBefore(last.seen() - 2 * OVERLAP);
        } while (events.size() == BATCH);
    }

    private void forgetBefore(long seen) {
        recent.headMap(new Place(seen, 0)).clear();
    }

    private boolean isNew(Event event) {
        return recent.computeIfAbsent(new Place(event.seen(), event.id()), place -> EnumSet.noneOf(EventType.class))
                .add(event.type());
    }
}
