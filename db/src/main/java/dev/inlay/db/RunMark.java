package dev.inlay.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is there while the embedded store is open: found at start, it tells of a stop that was not clean. */
final class RunMark {
    private final Path file;

    RunMark(Path dataDir) {
        file = dataDir.resolve("inlay.running");
    }

    /** Sets the mark; returns whether it was there already. */
    boolean set() {
        try {
            boolean found = Files.exists(file);
            Files.write(file, new byte[0]);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The next start checks the store once more than needed.
        }
    }
}
