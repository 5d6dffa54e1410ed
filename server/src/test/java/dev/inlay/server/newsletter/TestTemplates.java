package dev.inlay.server.newsletter;

import dev.inlay.templates.TemplateFolder;
import dev.inlay.templates.TemplateLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The gallery's, and some for what the gallery does not promise. */
final class TestTemplates {
    private static final String NODES = """
            nodes:
              - photo: {left: 4, top: 34, width: 92, height: 60}
              - text: {left: 104, top: 34, right: 4, value: "{{title}} {{price|money}}", size: 12, maxLines: 3}
            """;
    private static final String LIVE_NODES = """
              - text: {left: 4, top: 4, right: 4, height: 24, value: "Hi {{firstName}}!", size: 14, when: firstName}
              - text: {left: 104, bottom: 4, right: 4, height: 20, size: 12, when: running,
                  value: "{{daysLeft}} d {{hoursLeft}} h {{minutesLeft}} min"}
            """;
    private static final String NEUTRAL = """
            neutral:
              - text: {left: 4, top: 4, value: "{{shop}}"}
            """;

    private TestTemplates() {
    }

    /** {@code live} greets and counts down, {@code live-jpg} as JPEG, too; {@code still-jpg} is a JPEG, too. */
    static TemplateLibrary library(Path folder) {
        write(folder, "live", "", LIVE_NODES);
        write(folder, "live-jpg", ", jpg: true", LIVE_NODES);
        write(folder, "still-jpg", ", jpg: true", "");
        return TemplateLibrary.with(new TemplateFolder(folder));
    }

    private static void write(Path folder, String name, String more, String nodes) {
        String canvas = "canvas: {width: 200, height: 100, density: 1, background: \"#ffffff\"" + more + "}\n";
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".yaml"), canvas + NODES + nodes + NEUTRAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
