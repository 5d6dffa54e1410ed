package dev.inlay.db;

import java.time.InstantSource;

/**
 * The hybrid clock that orders all arrivals: {@code max(last + 1, wall milliseconds << 16)}, so that a clock set back
 * never turns the order around. Continued from the stored maximum at start, raised when a larger value is read.
 */
public final class SeenClock {
    private final InstantSource time;
    private long last;

    public SeenClock(InstantSource time, long last) {
        this.time = time;
        this.last = last;
    }

    /** The next value; larger than every earlier one. */
    public synchronized long next() {
        last = Math.max(last + 1, of(time.millis()));
        return last;
    }

    /** Makes sure that later values are larger than {@code seen}. */
    public synchronized void raise(long seen) {
        last = Math.max(last, seen);
    }

    /** The value of an event that happened at {@code millis} (since 1970). */
    public static long of(long millis) {
        return millis << 16;
    }

    /** Milliseconds since 1970 of {@code seen}. */
    public static long millis(long seen) {
        return seen >> 16;
    }
}
