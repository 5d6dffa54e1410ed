package dev.inlay.server.recommendation.index;

import dev.inlay.db.activity.Event;

/** Where an event stands in the order of arrival: its {@code seen}, then its {@code id}. */
record Place(long seen, long id) implements Comparable<Place> {
    static Place of(Event event) {
        return new Place(event.seen(), event.id());
    }

    @Override
    public int compareTo(Place other) {
        return seen != other.seen ? Long.compare(seen, other.seen) : Long.compare(id, other.id);
    }
}
