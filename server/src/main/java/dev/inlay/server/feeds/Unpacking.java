package dev.inlay.server.feeds;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks gzip, recognised by its magic bytes, within limits of size and ratio. */
final class Unpacking {
    static final long MAX_SIZE = 500L * 1024 * 1024;
    static final int MAX_RATIO = 200;

    /** Some servers pack on the way what is a packed file already. */
    private static final int MAX_TIMES = 2;
    private static final int BUFFER = 64 * 1024;

    private Unpacking() {
    }

    /** Replaces {@code file} by its content if it is packed; refuses one that is too large or damaged. */
    static void unpack(Path file) throws IOException {
        if (Files.size(file) > MAX_SIZE) {
            throw tooLarge();
        }
        long limit = Math.min(MAX_SIZE, Math.max(BUFFER, Files.size(file) * MAX_RATIO));
        for (int times = 0; times < MAX_TIMES && isGzip(file); times++) {
            unpackOnce(file, limit);
        }
    }

    private static void unpackOnce(Path file, long limit) throws IOException {
        Path unpacked = file.resolveSibling(file.getFileName() + ".unpacked");
        try {
            copy(file, unpacked, limit);
            Files.move(unpacked, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unpacked);
        }
    }

    private static boolean isGzip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(2);
            return magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
        }
    }

    private static void copy(Path packed, Path unpacked, long limit) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed), BUFFER);
                OutputStream out = Files.newOutputStream(unpacked)) {
            byte[] buffer = new byte[BUFFER];
            long total = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > limit) {
                    throw tooLarge();
                }
                out.write(buffer, 0, read);
            }
        } catch (EOFException e) {
            throw new FeedRefusedException("the feed is packed with gzip and ends in the middle");
        } catch (ZipException e) {
            throw new FeedRefusedException("the feed is packed with gzip and damaged");
        }
    }

    private static FeedRefusedException tooLarge() {
        return new FeedRefusedException("the feed is larger than " + MAX_SIZE / 1024 / 1024
                + " MB, or packed more than " + MAX_RATIO + " times");
    }
}
