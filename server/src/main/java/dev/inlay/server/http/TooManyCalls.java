package dev.inlay.server.http;

import io.helidon.http.Status;
import java.time.Duration;

/** A caller who calls more often than may be: 429, with the seconds to wait. */
public final class TooManyCalls extends HttpProblem {
    private final Duration wait;

    public TooManyCalls(String message, Duration wait) {
        super(Status.TOO_MANY_REQUESTS_429, message);
        this.wait = wait;
    }

    /** Whole seconds, at least one, after which a call will be taken. */
    public long retryAfter() {
        return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
