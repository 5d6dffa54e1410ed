package dev.inlay.db.website;

import java.time.Instant;

/** A secret key as the store knows it: without the key itself. {@code id} is public and names it in lists. */
public record ApiKey(String id, int websiteId, Scope scope, Instant created) {
    /** A key that was just made; {@code key} is shown this once. */
    public record Created(ApiKey apiKey, String key) { }
}
