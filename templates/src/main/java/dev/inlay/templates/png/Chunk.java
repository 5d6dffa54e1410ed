package dev.inlay.templates.png;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Chunks of a PNG: length, type, data, checksum. */
public final class Chunk {
    /** What stands around the data, in bytes. */
    public static final int FRAME = 12;

    private Chunk() {
    }

    /** {@code type} is four letters; the data is that of all {@code parts}. */
    public static byte[] of(String type, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer chunk = ByteBuffer.allocate(FRAME + length).putInt(length)
                .put(type.getBytes(StandardCharsets.US_ASCII));
        for (byte[] part : parts) {
            chunk.put(part);
        }
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + length);
        return chunk.putInt((int) crc.getValue()).array();
    }
}
