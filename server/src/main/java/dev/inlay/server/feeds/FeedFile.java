package dev.inlay.server.feeds;

import dev.inlay.server.files.SealedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A feed as text that can be read several times: unpacked within limits, its encoding settled from its bytes.
 *
 * <p>Owns its file and deletes it on {@link #close()}.
 */
final class FeedFile implements AutoCloseable {
    private static final int HEAD = 4_096;

    private final Path file;
    private final FeedEncoding encoding;

    private FeedFile(Path file, FeedEncoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    /**
     * Takes {@code file} over.
     *
     * @throws FeedRefusedException if it is empty, no text, or too large once unpacked
     */
    static FeedFile take(Path file) throws IOException {
        try {
            Unpacking.unpack(file);
            if (Files.size(file) == 0) {
                throw new FeedRefusedException("the feed is empty");
            }
            return new FeedFile(file, FeedEncoding.of(file));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** The text from its begin, without byte order mark. */
    Reader open() throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(encoding.markLength());
        return encoding.reader(in);
    }

    /** The first characters, to recognise the format by. */
    String head() throws IOException {
        return head(HEAD);
    }

    /** The first characters, at most {@code limit}. */
    String head(int limit) throws IOException {
        char[] head = new char[limit];
        int length = 0;
        try (Reader reader = open()) {
            for (int read = 0; read >= 0 && length < limit; read = reader.read(head, length, limit - length)) {
                length += read;
            }
        }
        return new String(head, 0, length).strip();
    }

    /** Its size in bytes, unpacked. */
    long size() throws IOException {
        return Files.size(file);
    }

    /** A new file beside it for parts of it, which whoever asks for it closes. */
    SealedFile beside() throws IOException {
        return new SealedFile(file.toAbsolutePath().getParent());
    }

    /** What had to be assumed about the encoding, if anything. */
    Optional<String> warning() {
        return encoding.warning();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a feed's temporary file could not be deleted", e);
        }
    }
}
