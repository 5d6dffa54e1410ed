package dev.inlay.server.activity;

import io.helidon.common.buffers.DataReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

/** Splits a stream into lines, however long it is; at most one line is in memory. */
final class ImportLines {
    /** The longest line, in bytes. */
    static final int MAX_LENGTH = 64 * 1024;

    private static final int BUFFER = 64 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
    private int position;
    private int filled;
    private long number;
    private boolean tooLong;

    /**
     * A line that is not blank.
     *
     * @param number counted from 1, blank lines included
     * @param bytes without line end; nothing where it is too long
     */
    record Line(long number, byte[] bytes, boolean tooLong) { }

    ImportLines(InputStream in) {
        this.in = in;
    }

    /** The next line that is not blank, without its end ({@code \n} or {@code \r\n}); empty at the end. */
    Optional<Line> next() throws IOException {
        while (readLine()) {
            byte[] bytes = number == 1 ? withoutMark(line.toByteArray()) : line.toByteArray();
            if (tooLong || !isBlank(bytes)) {
                return Optional.of(new Line(number, tooLong ? new byte[0] : bytes, tooLong));
            }
        }
        return Optional.empty();
    }

    /** Reads into {@link #line}; false at the end. */
    private boolean readLine() throws IOException {
        line.reset();
        tooLong = false;
        if (position == filled && !fill()) {
            return false;
        }
        number++;
        do {
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            keep(end - position);
            position = end;
            if (position < filled) {
                position++;
                return true;
            }
        } while (fill());
        return true;
    }

    private void keep(int length) {
        tooLong |= line.size() + length > MAX_LENGTH;
        if (!tooLong) {
            line.write(buffer, position, length);
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = 0;
        try {
            filled = Math.max(0, in.read(buffer));
        } catch (UncheckedIOException | IllegalArgumentException | DataReader.InsufficientDataAvailableException e) {
            throw new IOException("the lines are cut short or badly chunked", e);
        }
        return filled > 0;
    }

    private static byte[] withoutMark(byte[] bytes) {
        int mark = BYTE_ORDER_MARK.length;
        return bytes.length >= mark && Arrays.equals(bytes, 0, mark, BYTE_ORDER_MARK, 0, mark)
                ? Arrays.copyOfRange(bytes, mark, bytes.length) : bytes;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte character : bytes) {
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return true;
    }
}
