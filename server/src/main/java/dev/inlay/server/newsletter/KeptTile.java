package dev.inlay.server.newsletter;

import dev.inlay.server.http.Sha256;
import dev.inlay.templates.CodedTile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A tile as memory and files keep it: what is the same for all who see it. */
sealed interface KeptTile {
    /** A PNG, but for what is live in it. */
    record Coded(CodedTile tile) implements KeptTile {
        @Override
        public byte[] toFile() {
            return tile.toBytes();
        }

        @Override
        public int weight() {
            return tile.weight();
        }
    }

    /** A whole JPEG; in its file a hash follows, since the format itself has no checksum. */
    record Jpeg(byte[] bytes) implements KeptTile {
        private static final int HASH = 32;
        private static final byte[] BEGIN = {(byte) 0xFF, (byte) 0xD8};

        private static boolean begins(byte[] file) {
            return file.length > HASH && Arrays.equals(Arrays.copyOf(file, BEGIN.length), BEGIN);
        }

        private static Jpeg readJpeg(byte[] file) throws IOException {
            byte[] bytes = Arrays.copyOf(file, file.length - HASH);
            if (!Arrays.equals(Sha256.of(bytes), Arrays.copyOfRange(file, bytes.length, file.length))) {
                throw new IOException("tile was damaged");
            }
            return new Jpeg(bytes);
        }

        @Override
        public byte[] toFile() {
            return ByteBuffer.allocate(bytes.length + HASH).put(bytes).put(Sha256.of(bytes)).array();
        }

        @Override
        public int weight() {
            return bytes.length;
        }
    }

    /**
     * Reads what {@link #toFile()} wrote.
     *
     * @throws IOException if {@code file} is no such tile, or was damaged
     */
    static KeptTile read(byte[] file) throws IOException {
        return Jpeg.begins(file) ? Jpeg.readJpeg(file) : new Coded(CodedTile.read(file));
    }

    byte[] toFile();

    /** What it takes in memory, in bytes. */
    int weight();
}
