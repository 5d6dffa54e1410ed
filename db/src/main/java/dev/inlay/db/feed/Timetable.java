package dev.inlay.db.feed;

import java.time.Duration;
import java.util.Optional;

/** When a feed is asked for again; all times in milliseconds since 1970. */
record Timetable(String feedId, Optional<Duration> interval) {
    /** The time of what is never due. */
    static final long NEVER = Long.MAX_VALUE;

    private static final long FIRST_RETRY = Duration.ofMinutes(1).toMillis();
    private static final long MAX_SPREAD = Duration.ofMinutes(5).toMillis();
    private static final int PARTS = 1_000;
    private static final int MAX_DOUBLINGS = 20;

    /** The first run: at once. */
    long first(long now) {
        return interval.isPresent() ? now : NEVER;
    }

    /**
     * After a good attempt: an interval later and up to a twentieth of it, at most five minutes, more: always the same
     * for one feed, so that feeds that were made together do not stay together.
     */
    long next(long attempted) {
        return interval.map(Duration::toMillis).map(millis -> attempted + millis
                + Math.min(millis / 20, MAX_SPREAD) * Math.floorMod(feedId.hashCode(), PARTS) / PARTS).orElse(NEVER);
    }

    /** After {@code failures} in a row: 1, 2, 4, ... minutes later, at most an interval. */
    long retry(long attempted, int failures) {
        long wait = FIRST_RETRY << Math.min(failures - 1, MAX_DOUBLINGS);
        return interval.map(Duration::toMillis).map(millis -> attempted + Math.min(wait, millis)).orElse(NEVER);
    }
}
