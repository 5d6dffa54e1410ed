package dev.inlay.db.catalogue;

import java.util.Optional;

/** A source of products; {@code format} empty = recognised from the bytes; without {@code url} it is uploaded. */
public record ProductFeed(String id, int websiteId, String name, Optional<String> url, Optional<String> format) { }
