package dev.inlay.server.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where feeds lie while they are read: a file each, gone when its run ends. What a process that died left there goes
 * when the next one starts, with the addresses in it.
 */
final class FeedFolder implements AutoCloseable {
    private static final String PREFIX = "feeds-";
    private static final System.Logger LOG = System.getLogger(FeedFolder.class.getName());

    private final OwnFolder own;

    /** Uses a folder of its own in {@code tmp} under {@code dataDir}, which nodes may share. */
    FeedFolder(Path dataDir) {
        Path parent = dataDir.resolve("tmp");
        try {
            Files.createDirectories(parent);
            for (Path folder : folders(parent)) {
                deleteIfLeft(folder);
            }
            own = OwnFolder.create(parent, PREFIX);
        } catch (IOException e) {
            throw new UncheckedIOException("folder 'tmp' of the data folder cannot be used", e);
        }
    }

    /** A new, empty file. */
    Path newFile() throws IOException {
        return Files.createTempFile(own.path(), "feed", ".tmp");
    }

    /** Deletes what was uploaded for a run that did not come to take it over. */
    void discard(FeedSource source) {
        try {
            if (source instanceof FeedSource.Upload(Path file)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "An upload that was not taken is deleted at the next start");
        }
    }

    static UncheckedIOException notKept(IOException cause) {
        return new UncheckedIOException("a feed could not be kept while it was read", cause);
    }

    /** Gives the folder up. Files of a run that did not end are left to the next start. */
    @Override
    public void close() {
        try (own) {
            if (own.files().isEmpty()) {
                own.delete();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A folder of feeds is deleted at the next start");
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX)).toList();
        }
    }

    private static void deleteIfLeft(Path folder) throws IOException {
        Optional<OwnFolder> left = OwnFolder.takeOver(folder);
        if (left.isPresent()) {
            try (OwnFolder dead = left.get()) {
                dead.delete();
                LOG.log(Level.INFO, "Deleted feeds that a process left behind");
            }
        }
    }
}
