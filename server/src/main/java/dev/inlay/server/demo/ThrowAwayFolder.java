package dev.inlay.server.demo;

import dev.inlay.server.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** A folder among the temporary files, only for its owner's eyes; closing it deletes it with all that it holds. */
record ThrowAwayFolder(Path path) implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ThrowAwayFolder.class.getName());
    private static final int ATTEMPTS = 3;

    /** One that is not there yet, with a name that nobody guesses. */
    static ThrowAwayFolder unmade() {
        return new ThrowAwayFolder(Path.of(System.getProperty("java.io.tmpdir"), "inlay-demo-" + UUID.randomUUID()));
    }

    void make() {
        try {
            Files.createDirectory(path,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new StartException("no temporary folder can be made: " + e.getClass().getSimpleName());
        }
    }

    /** Tries again when a file appeared meanwhile. */
    @Override
    public void close() {
        for (int attempt = 1; attempt <= ATTEMPTS && Files.exists(path); attempt++) {
            try {
                Files.walkFileTree(path, new Deletion());
            } catch (IOException | UncheckedIOException e) {
                if (attempt == ATTEMPTS) {
                    LOG.log(Level.WARNING, "could not delete " + path, e);
                }
            }
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
