package dev.inlay.templates.photo;

import java.time.Duration;

/** How long to wait before a child is started anew: not at first, then twice as long after each failure in a row. */
final class Restarts {
    private static final int AT_ONCE = 3;
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration AFTER_START = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;

    private int failures;
    private long notBefore = System.nanoTime();

    void succeeded() {
        failures = 0;
    }

    /** A photo killed the child: some do, one after the other, and the photos behind them wait. */
    void failed() {
        failures++;
        pause(failures <= AT_ONCE ? Duration.ZERO : doubled(FIRST, failures - AT_ONCE - 1));
    }

    void failedToStart() {
        failures++;
        pause(doubled(AFTER_START, failures - 1));
    }

    /** Zero or more. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, notBefore - System.nanoTime()));
    }

    private void pause(Duration duration) {
        notBefore = System.nanoTime() + duration.toNanos();
    }

    private static Duration doubled(Duration first, int times) {
        return first.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
    }
}
