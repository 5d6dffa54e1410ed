package dev.inlay.server.recommendation.strategy;

import java.time.Duration;
import java.time.Instant;

/** How much something of a time counts: 1 now, half as much after each week. */
final class Freshness {
    private static final double HALF_LIFE = Duration.ofDays(7).toMillis();

    private Freshness() {
    }

    static double of(Instant time, Instant now) {
        return Math.pow(0.5, Math.max(0, now.toEpochMilli() - time.toEpochMilli()) / HALF_LIFE);
    }
}
