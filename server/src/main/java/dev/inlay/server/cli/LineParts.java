package dev.inlay.server.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/** A file of lines, in parts that one request carries. */
final class LineParts implements AutoCloseable {
    static final int LINES = 5_000;
    /** A part ends with the line that reaches this many bytes. */
    private static final int BYTES = 8 << 20;
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final OptionalLong size;
    private final Counter counter;
    private final InputStream in;
    private long lines;
    private long linesBefore;

    private LineParts(InputStream raw, OptionalLong size) throws IOException {
        this.size = size;
        counter = new Counter(raw);
        in = unpacked(new BufferedInputStream(counter, BUFFER));
    }

    /** Opens {@code file}, which may be packed with gzip; {@code -} is standard input. */
    static LineParts open(Path file) throws IOException {
        return file.toString().equals("-")
                ? new LineParts(System.in, OptionalLong.empty())
                : new LineParts(Files.newInputStream(file), OptionalLong.of(Files.size(file)));
    }

    /** The next lines, whole ones; empty at the end. */
    Optional<byte[]> next() throws IOException {
        linesBefore = lines;
        ByteArrayOutputStream part = new ByteArrayOutputStream(BUFFER);
        for (int next = in.read(); next >= 0; next = in.read()) {
            part.write(next);
            if (next == '\n') {
                lines++;
                if (lines - linesBefore == LINES || part.size() >= BYTES) {
                    return Optional.of(part.toByteArray());
                }
            }
        }
        return part.size() == 0 ? Optional.empty() : Optional.of(part.toByteArray());
    }

    /** The size of the file in bytes, if it is one. */
    OptionalLong size() {
        return size;
    }

    /** How many bytes of the file were read. */
    long bytes() {
        return counter.count;
    }

    /** How many lines the parts until now hold. */
    long lines() {
        return lines;
    }

    /** How many lines came before the last part. */
    long linesBefore() {
        return linesBefore;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() << Byte.SIZE | in.read();
        in.reset();
        return magic == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
    }

    /** Counts what is read. */
    private static final class Counter extends FilterInputStream {
        private long count;

        private Counter(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
