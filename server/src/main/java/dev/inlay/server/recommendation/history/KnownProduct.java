package dev.inlay.server.recommendation.history;

import dev.inlay.db.activity.EventType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A product that a shopper touched.
 *
 * @param last when the last time
 * @param kinds in what ways
 */
public record KnownProduct(String product, Instant last, Set<EventType> kinds) {
    public KnownProduct {
        kinds = Set.copyOf(kinds);
    }

    KnownProduct and(EventType kind) {
        Set<EventType> more = EnumSet.of(kind);
        more.addAll(kinds);
        return new KnownProduct(product, last, more);
    }
}
