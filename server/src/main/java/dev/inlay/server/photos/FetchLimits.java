package dev.inlay.server.photos;

import java.time.Duration;

/** How much of a foreign server's answer is taken, and how long all of it may last, redirects included. */
public record FetchLimits(long maxBytes, Duration deadline) {
    /** Product photos: 10 MB, 10 s. */
    public static final FetchLimits PHOTO = new FetchLimits(10L * 1024 * 1024, Duration.ofSeconds(10));

    /** Feeds: 500 MB, 60 s. */
    public static final FetchLimits FEED = new FetchLimits(500L * 1024 * 1024, Duration.ofSeconds(60));
}
