package dev.inlay.server.feeds;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder of one process, which holds the lock on a file in it. However a process ends, its lock is free then: so
 * anybody can tell what it left behind from what a living one needs.
 */
final class OwnFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private OwnFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** A new one in {@code parent}. */
    static OwnFolder create(Path parent, String prefix) throws IOException {
        while (true) {
            Path path = Files.createDirectory(parent.resolve(prefix + UUID.randomUUID()));
            FileChannel lock = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            lock.lock();
            if (Files.exists(path.resolve(LOCK))) {
                return new OwnFolder(path, lock);
            }
            // Somebody took it over before it was locked.
            lock.close();
        }
    }

    /** What a process left behind at {@code path}; empty if it lives, or there is nothing any more. */
    static Optional<OwnFolder> takeOver(Path path) throws IOException {
        try {
            FileChannel lock = FileChannel.open(path.resolve(LOCK), StandardOpenOption.WRITE);
            if (isFree(lock) && Files.exists(path.resolve(LOCK))) {
                return Optional.of(new OwnFolder(path, lock));
            }
            lock.close();
        } catch (NoSuchFileException e) {
            // It is being made or deleted at this moment.
        }
        return Optional.empty();
    }

    Path path() {
        return path;
    }

    /** What lies in it. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> !file.endsWith(LOCK)).toList();
        }
    }

    /** Deletes it with all that lies in it; no more can be done with it then but to close it. */
    void delete() throws IOException {
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(path.resolve(LOCK));
        Files.deleteIfExists(path);
    }

    /** Gives the lock up. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static boolean isFree(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }
}
