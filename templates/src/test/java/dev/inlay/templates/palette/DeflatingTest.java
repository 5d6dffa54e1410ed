package dev.inlay.templates.palette;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeflatingTest {
    static Stream<byte[]> pieces() {
        return Stream.of(new byte[0], new byte[] {7}, new byte[100_000], noise(3), noise(1 << 16), noise(300_001),
                steps(200_000));
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void piecesPutOneAfterTheOtherAreReadAsOne(byte[] piece) throws Exception {
        byte[] stream = joined(Deflating.best(piece, false), Deflating.best(piece, false), Deflating.best(piece, true));

        assertArrayEquals(joined(piece, piece, piece), inflated(stream, 3 * piece.length));
    }

    @Test
    void evenRowsNeedNextToNothing() {
        assertTrue(Deflating.best(new byte[1 << 20], true).length < 2000);
    }

    /** Fails unless the stream ends with {@code stream}. */
    private static byte[] inflated(byte[] stream, int length) throws DataFormatException {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(stream);
            byte[] raw = new byte[length + 1];
            int read = 0;
            while (!inflater.finished()) {
                int count = inflater.inflate(raw, read, raw.length - read);
                assertTrue(count > 0 || inflater.finished(), "stream ends too early or runs on");
                read += count;
            }
            assertTrue(inflater.getRemaining() == 0, "bytes after the end");
            return Arrays.copyOf(raw, read);
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    private static byte[] steps(int length) {
        byte[] steps = new byte[length];
        Random random = new Random(9);
        for (int i = 1; i < length; i++) {
            steps[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(12) : steps[i - 1]);
        }
        return steps;
    }
}
