package dev.inlay.db.activity;

import dev.inlay.db.identity.Owner;
import java.time.Instant;

/**
 * One touch of one product: a view, a product that came into the cart, a line of an order.
 *
 * @param seen order of arrival, see {@link dev.inlay.db.SeenClock}
 * @param id tells events of equal {@code seen} from different nodes apart
 * @param time when it happened
 */
public record Event(Owner owner, EventType type, ProductReference product, long seen, long id, Instant time) { }
