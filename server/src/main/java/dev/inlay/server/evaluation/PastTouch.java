package dev.inlay.server.evaluation;

import dev.inlay.db.SeenClock;
import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.identity.Owner;
import java.time.Instant;

/**
 * Somebody touched a product.
 *
 * @param person whose history it belongs to: all tracking users of a customer are one person
 * @param owner whose visit it belongs to
 * @param product the number of the product or, where the catalogue does not hold it, what it was named by
 * @param millis when, in milliseconds since 1970
 */
public record PastTouch(String person, Owner owner, EventType type, String product, long millis) {
    /** This as an index and a history take it; {@code number} orders touches of the same time. */
    Event event(long number) {
        return new Event(owner, type, ProductReference.ofNumber(product), SeenClock.of(millis), number,
                Instant.ofEpochMilli(millis));
    }
}
