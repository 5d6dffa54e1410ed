package dev.inlay.db.catalogue;

import java.util.Optional;

/** A source of products, as it was when it was read. */
public record ProductFeed(String id, int websiteId, FeedSettings settings, FeedState state) {
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
