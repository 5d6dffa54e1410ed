package dev.inlay.db.activity;

import java.util.Optional;

/**
 * One thing that happened, as it was told: also views without product, and orders that were told before.
 *
 * @param orderNumber of which order it is a line
 * @param counted false on the lines of an order of which another's report counts
 */
public record TimelineEntry(Event event, Optional<String> orderNumber, boolean counted) {
    public Position position() {
        return new Position(event.seen(), event.id());
    }
}
