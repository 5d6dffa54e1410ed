package dev.inlay.server.newsletter;

import dev.inlay.server.http.Sha256;
import java.util.HexFormat;

/** What answers a picture request. */
sealed interface Picture {
    /** The tile of a product; may be asked for again by its {@code etag}. */
    record Tile(byte[] bytes, TileFormat format, String etag) implements Picture { }

    /** The asker has it already. */
    record Unchanged(TileFormat format, String etag) implements Picture { }

    /** For this moment only: nobody should keep it. */
    record Passing(byte[] bytes, TileFormat format) implements Picture {
        private static final int TAG_BYTES = 16;

        /** Of its bytes, since it has no key. */
        String etag() {
            return '"' + HexFormat.of().formatHex(Sha256.of(bytes), 0, TAG_BYTES) + '"';
        }
    }
}
