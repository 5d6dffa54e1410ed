package dev.inlay.server.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportLinesTest {
    @Test
    void everyLineIsReadWithItsNumber() throws IOException {
        assertEquals(List.of("1:a", "2:b", "3:c"), read("a\nb\nc"));
        assertEquals(List.of("1:a", "2:b\r"), read("a\nb\r\n"));
        assertEquals(List.of(), read(""));
    }

    @Test
    void blankLinesAreSkippedAndCounted() throws IOException {
        assertEquals(List.of("3:a", "6:b"), read("\n \t\na\n\r\n\nb\n\n"));
    }

    @Test
    void byteOrderMarkBelongsToNoLine() throws IOException {
        assertEquals(List.of("1:a", "2:\ufeffb"), read("\ufeffa\n\ufeffb"));
    }

    @Test
    void lineThatIsTooLongIsToldAndTheNextIsRead() throws IOException {
        String longest = "x".repeat(ImportLines.MAX_LENGTH);

        assertEquals(List.of("1:" + longest, "2: too long", "3:b"), read(longest + "\n" + longest + "y\nb"));
        assertEquals(List.of("1: too long"), read(longest.repeat(3)));
    }

    @Test
    void streamOfSmallPiecesIsOneText() throws IOException {
        InputStream pieces = new ByteArrayInputStream("ab\ncd\n".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, 1);
            }
        };

        assertEquals(List.of("1:ab", "2:cd"), read(pieces));
    }

    @Test
    void streamThatBreaksIsAnIoException() {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalArgumentException("bad chunk");
            }
        };

        assertThrows(IOException.class, () ->
                read(new SequenceInputStream(new ByteArrayInputStream("a\nb".getBytes()), broken)));
    }

    private static List<String> read(String text) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> read(InputStream in) throws IOException {
        ImportLines lines = new ImportLines(in);
        List<String> read = new ArrayList<>();
        for (Optional<ImportLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            read.add(line.get().number() + ":" + (line.get().tooLong() ? " too long"
                    : new String(line.get().bytes(), StandardCharsets.UTF_8)));
        }
        return read;
    }
}
