package dev.inlay.db.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The merged activity of all owners that count for a recipient, as it is in the store now.
 *
 * @param events newest first: views and products put into carts, the latest 200 of each owner as long as
 *        they are of 50 products
 * @param purchases newest first: order lines, the latest 500 of each owner; an order number counts once
 * @param cart the newest cart of all tracking users, if one was ever reported
 */
public record History(List<Event> events, List<Event> purchases, Optional<Cart> cart) {
    public static final History EMPTY = new History(List.of(), List.of(), Optional.empty());

    public History {
        events = List.copyOf(events);
        purchases = List.copyOf(purchases);
    }

    /** This as it was at {@code time}, as far as it is still known. */
    public History until(Instant time) {
        return new History(events.stream().filter(event -> !event.time().isAfter(time)).toList(),
                purchases.stream().filter(event -> !event.time().isAfter(time)).toList(),
                cart.filter(known -> !known.time().isAfter(time)));
    }
}
