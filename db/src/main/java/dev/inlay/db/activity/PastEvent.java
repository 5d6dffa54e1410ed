package dev.inlay.db.activity;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Owner;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened before or elsewhere, with its own time. Events of equal content are one event.
 *
 * @param product names a product
 * @param orderNumber of which order a purchase is a line; without one, purchases of one owner and time are one order
 * @param customer to whom the owner, a tracking user, belonged at that time, if that is known
 */
public record PastEvent(Owner owner, EventType type, ProductReference product, Instant time,
        Optional<String> orderNumber, Optional<CustomerId> customer) {
    public PastEvent {
        if (product.isEmpty()) {
            throw new IllegalArgumentException("a past event must name a product");
        }
    }
}
