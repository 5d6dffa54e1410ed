package dev.inlay.db;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test sets; it stands still in between. */
public final class TestTime implements InstantSource {
    private volatile Instant now;

    public TestTime(Instant now) {
        this.now = now;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
