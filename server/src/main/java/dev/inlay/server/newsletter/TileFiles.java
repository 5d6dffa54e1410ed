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
 * Coded tiles as files, {@code ab/abcdef....tile}: there whole or not at all; what was damaged is deleted. A file's
 * time tells, to the day, when the tile was used last.
 */
final class TileFiles {
    private static final String ENDING = ".tile";
    private static final String OF_EARLIER_VERSIONS = ".png";
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

    Optional<KeptTile> find(String key) {
        try {
            Path file = path(key);
            Optional<KeptTile> tile = read(file, Files.readAllBytes(file));
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

    private Optional<KeptTile> read(Path file, byte[] content) {
        try {
            return Optional.of(KeptTile.read(content));
        } catch (IOException | RuntimeException e) {
            faults.report("coded tile was damaged", e);
            delete(file);
            return Optional.empty();
        }
    }

    /** A tile that cannot be kept is drawn again another time. */
    void keep(String key, KeptTile tile) {
        Path temporary = null;
        try {
            Path file = path(key);
            Files.createDirectories(file.getParent());
            temporary = Files.createTempFile(file.getParent(), "new", ".tmp");
            Files.write(temporary, tile.toFile());
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            faults.report("coded tile cannot be kept", e);
            delete(temporary);
        }
    }

    /** Deletes tiles that nobody has used for 60 days, those of earlier versions, and what was never finished. */
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
        try (DirectoryStream<Path> files = Files.newDirectoryStream(part, "*.{tile,png,tmp}")) {
            for (Path file : files) {
                if (!Thread.currentThread().isInterrupted() && isDue(file)) {
                    delete(file);
                }
            }
        } catch (IOException | RuntimeException e) {
            faults.report("coded tiles cannot be swept", e);
        }
    }

    private boolean isDue(Path file) throws IOException {
        String name = file.toString();
        return name.endsWith(OF_EARLIER_VERSIONS) || isOlder(file, name.endsWith(ENDING) ? KEPT : UNFINISHED);
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
        return folder.resolve(key.substring(0, 2)).resolve(key + ENDING);
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
