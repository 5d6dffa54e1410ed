package dev.inlay.server.recommendation.index;

import java.time.Duration;
import java.time.Instant;

/** How long a shopper was away, as far as it tells what he touches next. */
public enum Gap {
    /** Half an hour at most: he is still there. */
    VISIT,
    /** A day at most. */
    DAY,
    LONGER;

    /** What two touches of one visit lie apart at most, in milliseconds. */
    static final long VISIT_MILLIS = Duration.ofMinutes(30).toMillis();

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    /** From {@code last} to {@code now}; a clock that runs ahead is no gap. */
    public static Gap between(Instant last, Instant now) {
        return of(now.toEpochMilli() - last.toEpochMilli());
    }

    static Gap of(long millis) {
        return millis <= VISIT_MILLIS ? VISIT : millis <= DAY_MILLIS ? DAY : LONGER;
    }
}
