package dev.inlay.db.activity;

import dev.inlay.db.SeenClock;
import dev.inlay.db.activity.ActivityRows.EventRow;
import dev.inlay.db.activity.ActivityRows.PurchaseRow;
import java.util.Optional;

/** Makes rows of past events; {@code now} is the wall clock, milliseconds since 1970. */
final class PastRows {
    private PastRows() {
    }

    /** The order of arrival that an event of {@code millis} is given: its own time, never later than now. */
    static long seen(long millis, long now) {
        return SeenClock.of(Math.min(millis, now));
    }

    static EventRow event(int websiteId, PastEvent event, long now) {
        long at = event.time().toEpochMilli();
        return EventRow.of(websiteId, event.owner(), event.type(), event.product(), seen(at, now),
                ContentId.of(event, ""), at);
    }

    /** A line of its order; whether the order counts is told later. */
    static PurchaseRow purchase(int websiteId, PastEvent event, long now) {
        long at = event.time().toEpochMilli();
        String orderNumber = ContentId.orderNumber(event);
        return PurchaseRow.of(websiteId, event.owner(), orderNumber,
                new OrderLine(event.product(), Optional.empty(), Optional.empty()), false, seen(at, now),
                ContentId.of(event, orderNumber), at);
    }
}
