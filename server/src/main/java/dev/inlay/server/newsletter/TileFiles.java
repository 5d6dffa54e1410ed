package dev.inlay.server.newsletter;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Coded tiles as files, {@code ab/abcdef....png}: there whole or not at all; what was damaged is no tile. A file's time
 * tells, to the day, when the tile was used last.
 */
final class TileFiles {
    private static final Duration TOUCHED = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(60);
    private static final Duration UNFINISHED = Duration.ofHours(1);

    private final Path folder;
    private final Faults faults;
    private final InstantSource time;

    TileFiles(Path folder, Faults faults, InstantSource time) {
        this.folder = folder;
        this.faults = faults;
        this.time = time;
    }

    Optional<byte[]> find(String key) {
        try {
            Path file = path(key);
            Optional<byte[]> tile = Optional.of(Files.readAllBytes(file)).filter(PngCheck::isWhole);
            if (tile.isPresent()) {
                touch(file);
            }
            return tile;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            faults.report("coded tile cannot be read", e);
            return Optional.empty();
        }
    }

    /** A tile that cannot be kept is drawn again another time. */
    void keep(String key, byte[] bytes) {
        Path temporary = null;
        try {
            Path file = path(key);
            Files.createDirectories(file.getParent());
            temporary = Files.createTempFile(file.getParent(), "new", ".tmp");
            Files.write(temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            faults.report("coded tile cannot be kept", e);
            delete(temporary);
        }
    }

    /** Deletes tiles that nobody has used for 60 days, and what was never finished. */
    void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path part : parts) {
                sweep(part);
            }
        } catch (IOException | RuntimeException e) {
            faults.report("coded tiles cannot be swept", e);
        }
    }

    private void sweep(Path part) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(part, "*.{png,tmp}")) {
            for (Path file : files) {
                boolean finished = file.toString().endsWith(".png");
                if (!Thread.currentThread().isInterrupted() && isOlder(file, finished ? KEPT : UNFINISHED)) {
                    delete(file);
                }
            }
        } catch (IOException | RuntimeException e) {
            faults.report("coded tiles cannot be swept", e);
        }
    }

    private void touch(Path file) {
        try {
            if (isOlder(file, TOUCHED)) {
                Files.setLastModifiedTime(file, FileTime.from(time.instant()));
            }
        } catch (IOException | RuntimeException e) {
            faults.report("coded tile cannot be touched", e);
        }
    }

    private boolean isOlder(Path file, Duration age) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(time.instant().minus(age));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private Path path(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key + ".png");
    }

    private void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            faults.report("coded tile cannot be removed", e);
        }
    }
}
