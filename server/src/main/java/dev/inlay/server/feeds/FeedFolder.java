package dev.inlay.server.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Where feeds lie while they are read: a file each, gone when its run ends. */
final class FeedFolder {
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final System.Logger LOG = System.getLogger(FeedFolder.class.getName());

    private final Path folder;

    /** Uses {@code tmp} under {@code dataDir}; what a process that died left there a day ago is deleted. */
    FeedFolder(Path dataDir) {
        this.folder = dataDir.resolve("tmp");
        try {
            Files.createDirectories(folder);
            deleteForgotten();
        } catch (IOException e) {
            throw new UncheckedIOException("folder 'tmp' of the data folder cannot be used", e);
        }
    }

    /** A new, empty file. */
    Path newFile() throws IOException {
        return Files.createTempFile(folder, "feed", ".tmp");
    }

    /** Deletes what was uploaded for a run that did not come to take it over. */
    void discard(FeedSource source) {
        try {
            if (source instanceof FeedSource.Upload(Path file)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "An upload that was not taken is deleted later");
        }
    }

    static UncheckedIOException notKept(IOException cause) {
        return new UncheckedIOException("a feed could not be kept while it was read", cause);
    }

    private void deleteForgotten() throws IOException {
        Instant limit = Instant.now().minus(FORGOTTEN);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(name -> name.getFileName().toString().startsWith("feed")).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                    LOG.log(Level.INFO, "Deleted a feed that a run left behind");
                }
            }
        }
    }
}
