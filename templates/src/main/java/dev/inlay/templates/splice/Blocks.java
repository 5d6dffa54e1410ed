package dev.inlay.templates.splice;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads numbers and blocks of bytes; takes no memory for a block that is not there. */
public final class Blocks {
    private final ByteBuffer bytes;

    public Blocks(byte[] bytes, int from, int to) {
        this.bytes = ByteBuffer.wrap(bytes, from, to - from);
    }

    /** A number of {@code size} bytes: 1, 2 (both without sign) or 4. */
    public int number(int size) throws IOException {
        need(size);
        return switch (size) {
            case 1 -> bytes.get() & 0xFF;
            case 2 -> bytes.getShort() & 0xFFFF;
            default -> bytes.getInt();
        };
    }

    /** A block that {@link #write} wrote. */
    public byte[] block() throws IOException {
        int length = number(4);
        need(length);
        byte[] block = new byte[length];
        bytes.get(block);
        return block;
    }

    public boolean atEnd() {
        return !bytes.hasRemaining();
    }

    public static void write(byte[] block, DataOutputStream out) throws IOException {
        out.writeInt(block.length);
        out.write(block);
    }

    /** What {@code deflated} holds: raw deflate of exactly {@code length} bytes. */
    static byte[] inflated(byte[] deflated, int length) throws IOException {
        byte[] whole = new byte[length + 1];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(deflated);
            int read = inflater.inflate(whole);
            if (read == length && inflater.finished()) {
                return Arrays.copyOf(whole, length);
            }
        } catch (DataFormatException e) {
            throw new IOException("a coded tile with rows that cannot be read", e);
        }
        throw new IOException("a coded tile with too few rows, or too many");
    }

    private void need(int length) throws IOException {
        if (length < 0 || length > bytes.remaining()) {
            throw new IOException("a coded tile that is cut off");
        }
    }
}
