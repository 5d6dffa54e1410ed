package dev.inlay.server.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test sets; it stands still in between. */
final class MovedTime implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-20T10:00:00Z");

    void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
