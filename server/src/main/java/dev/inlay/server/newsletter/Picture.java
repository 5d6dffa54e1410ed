package dev.inlay.server.newsletter;

/** What answers a picture request. */
sealed interface Picture {
    /** The tile of a product; may be asked for again by its {@code etag}. */
    record Tile(byte[] bytes, String etag) implements Picture { }

    /** The asker has it already. */
    record Unchanged(String etag) implements Picture { }

    /** For this moment only: nobody should keep it. */
    record Neutral(byte[] bytes) implements Picture { }
}
