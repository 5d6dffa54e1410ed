package dev.inlay.server.newsletter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Coded tiles as files, {@code ab/abcdef....png}: there whole or not at all; what was damaged is no tile. */
final class TileFiles {
    private final Path folder;
    private final Faults faults;

    TileFiles(Path folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    Optional<byte[]> find(String key) {
        try {
            byte[] bytes = Files.readAllBytes(path(key));
            return Optional.of(bytes).filter(PngCheck::isWhole);
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

    private Path path(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key + ".png");
    }

    private void delete(Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            faults.report("coded tile cannot be removed", e);
        }
    }
}
