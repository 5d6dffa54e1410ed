package dev.inlay.server;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder {@code shared} beside the project, with real catalogues and hostile inputs; tests that need it skip without. */
public final class SharedData {
    private SharedData() {
    }

    /** {@code path} below the folder; the test is skipped where it is not there. */
    public static Path require(String path) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared").resolve(path);
            if (Files.exists(found)) {
                return found;
            }
        }
        Assumptions.abort("skipped: no folder shared/" + path + " beside the project");
        throw new IllegalStateException("not reached");
    }
}
