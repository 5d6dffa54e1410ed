package dev.inlay.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The tools of {@code .ci/package.json}, in the folder that the variable {@code INLAY_NODE_MODULES} names. Where it is
 * not set, tests that need them are skipped with that message; where {@code CI} is set they fail.
 */
public final class NodeTools {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MISSING =
            "INLAY_NODE_MODULES is not set: npm ci --prefix .ci && export INLAY_NODE_MODULES=$PWD/.ci/node_modules";

    private NodeTools() {
    }

    /** The folder {@code node_modules}. */
    public static Path modules() {
        String folder = System.getenv("INLAY_NODE_MODULES");
        if (folder == null && System.getenv("CI") != null) {
            throw new AssertionError(MISSING);
        }
        assumeTrue(folder != null, MISSING);
        return Path.of(folder);
    }

    /** What the script beside {@code test} answers to {@code input}, both JSON. */
    public static JsonNode run(Class<?> test, String script, JsonNode input) throws IOException, InterruptedException {
        modules();
        Path folder = Files.createDirectories(Path.of("target", "node"));
        Path in = folder.resolve(script + ".in.json");
        Path out = folder.resolve(script + ".out.json");
        JSON.writeValue(in.toFile(), input);
        Process process = new ProcessBuilder("node", path(test.getResource(script)).toString())
                .redirectInput(in.toFile()).redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(script + " did not end within 5 minutes");
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(script + " failed: exit code " + process.exitValue());
        }
        return JSON.readTree(out.toFile());
    }

    private static Path path(URL resource) {
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
