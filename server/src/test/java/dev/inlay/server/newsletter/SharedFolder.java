package dev.inlay.server.newsletter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Test data that is not part of the project: a folder {@code shared} beside the project or one of its parents. */
final class SharedFolder {
    private SharedFolder() {
    }

    /** The lines of {@code file}; skips the test where there is no such folder. */
    static List<String> lines(String file) {
        for (Path folder = Path.of("").toAbsolutePath(); folder.getParent() != null; folder = folder.getParent()) {
            Path found = folder.resolveSibling("shared").resolve(file);
            if (Files.exists(found)) {
                try {
                    return Files.readAllLines(found);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return Assumptions.abort("no folder 'shared' with " + file + " beside the project");
    }
}
