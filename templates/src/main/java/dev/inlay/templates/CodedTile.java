package dev.inlay.templates;

import java.io.IOException;

/**
 * The tile of a product, coded but for what is live: one for all recipients. Immutable.
 */
public final class CodedTile {
    private final byte[] bytes;

    CodedTile(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws IOException if the bytes are no such tile, or were damaged
     */
    public static CodedTile read(byte[] bytes) throws IOException {
        return new CodedTile(bytes);
    }

    /** As a file of ours; nobody else reads it. */
    public byte[] toBytes() {
        return bytes;
    }

    /** How much memory it takes, in bytes. */
    public int weight() {
        return bytes.length;
    }
}
