package dev.inlay.db.feed;

import java.util.Optional;

/** A source of products or of orders, as it was when it was read. */
public record Feed(String id, int websiteId, FeedKind kind, FeedSettings settings, FeedState state) {
    public String name() {
        return settings.name();
    }

    public Optional<String> url() {
        return settings.url();
    }

    public Optional<String> format() {
        return settings.format();
    }
}
