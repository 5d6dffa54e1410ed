package dev.inlay.server.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Option;

/** Which node a command speaks to: the one of this folder's settings, unless told otherwise. */
final class NodeOptions {
    @Option(names = "--url", paramLabel = "URL",
            description = "A server elsewhere, with the key in INLAY_API_KEY; else that of this folder's settings.")
    private Optional<String> url = Optional.empty();

    /** The exit code of {@code work}; a failure is one line and 1. */
    int speak(ToIntFunction<NodeClient> work) {
        try (NodeClient node = NodeClient.connect(url, Path.of(""), System.getenv())) {
            return work.applyAsInt(node);
        } catch (NodeClient.Failure | IllegalArgumentException e) {
            System.err.println("inlay: " + e.getMessage());
            return 1;
        }
    }
}
