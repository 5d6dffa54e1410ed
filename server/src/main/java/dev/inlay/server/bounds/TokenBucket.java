package dev.inlay.server.bounds;

import java.time.Duration;

/** Holds the calls of a minute; each takes one out, and they come back at an even pace. */
final class TokenBucket {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final long pace;
    /** When it will hold all of them again. */
    private long full;

    TokenBucket(int perMinute) {
        pace = MINUTE / perMinute;
    }

    /** Takes a call out at {@code now}; returns how long to wait if there is none, else 0 or less. In nanoseconds. */
    synchronized long take(long now) {
        // A clock that was set back leaves an empty bucket behind, not one that stays empty.
        long before = Math.clamp(full, now, now + MINUTE);
        long missing = before + pace - (now + MINUTE);
        full = missing > 0 ? before : before + pace;
        return missing;
    }

    /** Puts a call back in that was taken out. */
    synchronized void giveBack() {
        full -= pace;
    }
}
