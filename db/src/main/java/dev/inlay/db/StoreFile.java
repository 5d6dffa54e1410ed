package dev.inlay.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file of the embedded store, and what may lie beside it.
 *
 * @param base as the URL names it, absolute
 */
record StoreFile(DatabaseSettings settings, Path base) {
    private static final String END = ".mv.db";
    private static final String COPY = ".compact";

    /** Empty if the store is no file of this machine, or not there. */
    static Optional<StoreFile> find(DatabaseSettings settings) {
        if (!settings.isH2()) {
            return Optional.empty();
        }
        String name = settings.url().substring("jdbc:h2:".length()).replaceFirst(";.*", "").replaceFirst("^file:", "");
        StoreFile file = new StoreFile(settings,
                Path.of(name.replaceFirst("^~", System.getProperty("user.home"))).toAbsolutePath());
        return Optional.of(file).filter(found -> !name.matches("[a-z]{2,}:.*") && Files.isRegularFile(found.store()));
    }

    Path store() {
        return beside(END);
    }

    /** What is to take its place. */
    Path copy() {
        return beside(COPY + END);
    }

    Path script() {
        return beside(COPY + ".script");
    }

    /** The same settings for another file. */
    DatabaseSettings at(Path file) {
        String path = file.toString();
        int options = settings.url().indexOf(';');
        return new DatabaseSettings("jdbc:h2:file:" + path.substring(0, path.length() - END.length())
                + (options < 0 ? "" : settings.url().substring(options)), settings.dataDir());
    }

    /** Deletes what a compaction or the store itself left when its process died; nobody has it open. */
    void deleteLeftovers() {
        String name = base.getFileName().toString();
        try (DirectoryStream<Path> left = Files.newDirectoryStream(base.getParent(),
                file -> isLeftover(file.getFileName().toString(), name))) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLeftover(String file, String name) {
        return file.startsWith(name + COPY + ".") || file.equals(name + ".trace.db")
                || file.startsWith(name + ".") && file.endsWith(".temp.db");
    }

    private Path beside(String end) {
        return base.resolveSibling(base.getFileName() + end);
    }
}
