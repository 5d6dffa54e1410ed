package dev.inlay.server;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the folder {@code shared} with catalogues and corpora, which stands beside an ancestor of the working folder.
 */
public final class Shared {
    private Shared() {
    }

    /** {@code shared/<path>}; without it the calling test is skipped. */
    public static Path path(String path) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared").resolve(path);
            if (Files.exists(found)) {
                return found;
            }
        }
        Assumptions.abort("skipped: no folder shared/" + path + " beside the project");
        throw new IllegalStateException();
    }
}
