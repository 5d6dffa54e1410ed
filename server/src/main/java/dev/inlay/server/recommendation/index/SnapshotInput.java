package dev.inlay.server.recommendation.index;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads what {@link SnapshotOutput} wrote. Whatever comes, it takes no more memory than a block and the longest text.
 */
final class SnapshotInput {
    private static final int LONGEST_TEXT = 1 << 16;

    private final DataInputStream in;
    private final byte[] block = new byte[SnapshotOutput.BLOCK];
    private int length;
    private int next;

    SnapshotInput(DataInputStream in) {
        this.in = in;
    }

    /** A number of {@code least} to {@code most}. */
    int takeInt(int least, int most) throws IOException {
        int value = (int) SnapshotOutput.INT.get(block, place(Integer.BYTES));
        if (value < least || value > most) {
            throw new SnapshotException("a number must be " + least + " to " + most + " - was '" + value + "'");
        }
        return value;
    }

    long takeLong() throws IOException {
        return (long) SnapshotOutput.LONG.get(block, place(Long.BYTES));
    }

    double takeDouble() throws IOException {
        double value = Double.longBitsToDouble(takeLong());
        if (!(value < Double.POSITIVE_INFINITY)) {
            throw new SnapshotException("a number must be finite - was '" + value + "'");
        }
        return value;
    }

    /** Fills the first {@code count} of {@code values} with numbers of 0 to {@code most}. */
    void takeInts(int[] values, int count, int most) throws IOException {
        for (int i = 0; i < count; i++) {
            values[i] = takeInt(0, most);
        }
    }

    String takeText() throws IOException {
        byte[] bytes = new byte[takeInt(0, LONGEST_TEXT)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = block[place(1)];
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Reads the end, which must come now. */
    void end() throws IOException {
        if (next < length || in.readInt() != 0) {
            throw new SnapshotException("it is longer than it tells");
        }
    }

    private int place(int bytes) throws IOException {
        if (next == length) {
            fill();
        }
        if (next + bytes > length) {
            throw new SnapshotException("a value is cut off");
        }
        next += bytes;
        return next - bytes;
    }

    private void fill() throws IOException {
        length = in.readInt();
        next = 0;
        if (length < 1 || length > block.length) {
            length = 0;
            throw new SnapshotException("it ends too early");
        }
        in.readFully(block, 0, length);
    }
}
