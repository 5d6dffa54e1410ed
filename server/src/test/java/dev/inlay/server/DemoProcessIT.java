package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code inlay demo} as a command: what it says, what it leaves alone, and that nothing of it stays. */
class DemoProcessIT {
    @TempDir
    private Path folder;
    private Path temporary;

    @BeforeEach
    void makeFolder() throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    @Test
    void saysOneUrlBesideARunningServerAndLeavesNothingBehind() throws Exception {
        try (ServerProcess serve = ServerProcess.start("beside-demo", Map.of())) {
            Process demo = demo(Map.of("INLAY_PORT", String.valueOf(serve.port()), "INLAY_DATA_DIR", "/nowhere",
                    "INLAY_DATABASE_URL", "jdbc:postgresql://nowhere.invalid/inlay"));
            try (BufferedReader said = demo.inputReader()) {
                assertThat(said.readLine()).matches("http://localhost:\\d+/demo");
                assertThat(said.readLine()).contains("Ctrl+C");
                assertThat(demoFolders()).hasSize(1);

                demo.toHandle().destroy();

                assertThat(demo.waitFor(15, TimeUnit.SECONDS)).isTrue();
                assertThat(demo.exitValue()).isIn(0, 143);
                assertThat(said.readLine()).isNull();
                assertThat(demoFolders()).isEmpty();
                assertThat(contents(folder)).containsExactly(temporary);
            } finally {
                demo.destroyForcibly();
            }
            assertEquals(404, serve.client().open("/demo").statusCode());
            assertEquals(404, serve.client().open("/demo/shop").statusCode());
        }
    }

    @Test
    void demoThatIsStoppedWhileItStartsLeavesNothingBehind() throws Exception {
        Process demo = demo(Map.of());
        while (demoFolders().isEmpty() && demo.isAlive()) {
            demo.waitFor(20, TimeUnit.MILLISECONDS);
        }

        demo.destroy();

        assertThat(demo.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(demoFolders()).isEmpty();
    }

    @Test
    void takenPortIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process demo = launched(Map.of(), "--port", String.valueOf(taken.getLocalPort()));

            assertRefused(demo, "inlay: port " + taken.getLocalPort()
                    + " cannot be had on 127.0.0.1: choose another with --port or INLAY_DEMO_PORT\n");
        }
    }

    @Test
    void badPortIsOneLine() throws Exception {
        assertRefused(launched(Map.of("INLAY_DEMO_PORT", "0")),
                "inlay: INLAY_DEMO_PORT must be 1 to 65535 - was '0'\n");
    }

    private void assertRefused(Process demo, String line) throws Exception {
        assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertEquals(1, demo.exitValue());
        assertEquals(line, new String(demo.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(demo.getInputStream().readAllBytes()).isEmpty();
        assertThat(demoFolders()).isEmpty();
    }

    private Process demo(Map<String, String> environment) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return launched(environment, "--port", String.valueOf(free.getLocalPort()));
        }
    }

    private Process launched(Map<String, String> environment, String... options) throws IOException {
        List<String> command = Stream.concat(Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"),
                "dev.inlay.server.Main", "demo"), Stream.of(options)).toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private List<Path> demoFolders() throws IOException {
        return contents(temporary).stream().filter(file -> file.getFileName().toString().startsWith("inlay-demo-"))
                .toList();
    }

    private static List<Path> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
