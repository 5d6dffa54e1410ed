package dev.inlay.db.feed;

import java.time.Duration;
import java.util.Optional;

/**
 * What an operator says of a feed.
 *
 * @param url empty = every run brings the feed with it
 * @param format empty = recognised from the bytes
 * @param interval from one run to the next; empty = it runs by hand only. Needs a {@code url}
 * @param login for the server of {@code url}
 */
public record FeedSettings(String name, Optional<String> url, Optional<String> format, Optional<Duration> interval,
        Optional<SourceLogin> login) {
    /** Settings of a feed that runs by hand, from a server that asks for no password. */
    public static FeedSettings byHand(String name, Optional<String> url, Optional<String> format) {
        return new FeedSettings(name, url, format, Optional.empty(), Optional.empty());
    }

    /** Whether a run with {@code other} would read the same. */
    boolean isSameSource(FeedSettings other) {
        return url.equals(other.url) && format.equals(other.format) && login.equals(other.login);
    }
}
