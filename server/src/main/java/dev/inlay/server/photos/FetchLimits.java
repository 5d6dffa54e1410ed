package dev.inlay.server.photos;

import java.time.Duration;

/**
 * How much of a foreign server's answer is taken, and how long it may last.
 *
 * @param silence how long the server may say nothing
 * @param deadline how long all of it may last, redirects included
 */
public record FetchLimits(long maxBytes, Duration silence, Duration deadline) {
    /** Product photos: 10 MB, 10 s. */
    public static final FetchLimits PHOTO =
            new FetchLimits(10L * 1024 * 1024, Duration.ofSeconds(5), Duration.ofSeconds(10));

    /** Feeds: 500 MB, 60 s; many shops write theirs while it is asked for. */
    public static final FetchLimits FEED =
            new FetchLimits(500L * 1024 * 1024, Duration.ofSeconds(30), Duration.ofSeconds(60));
}
