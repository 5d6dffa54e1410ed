package dev.inlay.server.recommendation.index;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Numbers and texts in blocks, each after its length, and an empty block at the end: so that its reader reads nothing
 * of what follows in the stream.
 */
final class SnapshotOutput {
    static final int BLOCK = 1 << 16;
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final DataOutputStream out;
    private final byte[] block = new byte[BLOCK];
    private int length;

    SnapshotOutput(DataOutputStream out) {
        this.out = out;
    }

    void putInt(int value) throws IOException {
        INT.set(block, room(Integer.BYTES), value);
    }

    void putLong(long value) throws IOException {
        LONG.set(block, room(Long.BYTES), value);
    }

    void putDouble(double value) throws IOException {
        putLong(Double.doubleToRawLongBits(value));
    }

    /** The first {@code count} of {@code values}, without their number. */
    void putInts(int[] values, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            putInt(values[i]);
        }
    }

    /** A text of any length. */
    void putText(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        putInt(bytes.length);
        for (byte value : bytes) {
            block[room(1)] = value;
        }
    }

    /** Writes what is still in memory, and the end. */
    void end() throws IOException {
        if (length > 0) {
            flush();
        }
        flush();
    }

    private int room(int bytes) throws IOException {
        if (length + bytes > BLOCK) {
            flush();
        }
        int place = length;
        length += bytes;
        return place;
    }

    private void flush() throws IOException {
        out.writeInt(length);
        out.write(block, 0, length);
        length = 0;
    }
}
