package dev.inlay.server;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A node in a process of its own, to be killed and started again on the same folder. Folders and logs stay under
 * {@code target/installations}, where {@code ZNoAddressLeftIT} searches them at the end of the run.
 */
public final class ServerProcess implements AutoCloseable {
    static final Path INSTALLATIONS = Path.of("target", "installations").toAbsolutePath();
    /** A setting of the process itself, such as {@code -Xmx256m}; the others are those of the environment. */
    public static final String HEAP = "heap";

    /** The installation key. */
    public static final String KEY = "test-installation-key-0123456789abcdef";

    private static final int PORTS_TRIED = 5;

    /** How a command ended. */
    record Command(int exit, String said) { }

    private final Path folder;
    private final Map<String, String> settings;
    private int port;
    private int adminPort;
    private Process process;

    private ServerProcess(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
        takePorts();
    }

    /** A fresh installation called {@code name}, started and ready. */
    public static ServerProcess start(String name, Map<String, String> settings)
            throws IOException, InterruptedException {
        ServerProcess server = launched(name, settings);
        server.awaitReady();
        return server;
    }

    /** A fresh installation called {@code name}, started but not waited for. */
    static ServerProcess launched(String name, Map<String, String> settings) throws IOException {
        Path folder = INSTALLATIONS.resolve(name);
        delete(folder);
        Files.createDirectories(folder);
        ServerProcess server = new ServerProcess(folder, settings);
        server.launch();
        return server;
    }

    /** A second process, launched on the data of this one. */
    ServerProcess onSameData(String name) throws IOException {
        return launched(name, Map.of("INLAY_DATA_DIR", folder.resolve("data").toString()));
    }

    /** Starts the process on what the folder holds and waits until it is ready. */
    public void start() throws IOException, InterruptedException {
        launch();
        awaitReady();
    }

    /** Starts the process without waiting. */
    public void launch() throws IOException {
        process = builder("serve").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile())).start();
    }

    private ProcessBuilder builder(String inlayCommand) {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                settings.getOrDefault(HEAP, "-Xmx512m"), "-Djava.awt.headless=true",
                "-Dinlay.write.patience=" + Integer.getInteger("inlay.write.patience", 2),
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath(), "dev.inlay.server.Main", inlayCommand)
                .directory(folder.toFile());
        builder.environment().putAll(Map.of("INLAY_HOST", "127.0.0.1", "INLAY_PORT", String.valueOf(port),
                "INLAY_ADMIN_PORT", String.valueOf(adminPort), "INLAY_ADMIN_KEY", KEY,
                "INLAY_ALLOW_PRIVATE_SOURCES", "true"));
        builder.environment().putAll(settings);
        return builder;
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks the process to stop ({@code SIGTERM}) and returns its exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(15, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the server did not stop within 15 s of SIGTERM");
        }
        return process.exitValue();
    }

    /** Another command on the data of this one: how it ended and what it said. */
    Command run(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = builder(command).redirectErrorStream(true);
        Process other = builder.start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Command(other.waitFor(), said);
    }

    /** The exit code of a process that ends by itself. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not end");
        }
        return process.exitValue();
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("server.log"));
    }

    /** Where it was started; its data lies below, in {@code data}. */
    public Path folder() {
        return folder;
    }

    public int port() {
        return port;
    }

    /** The process as the system sees it. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Somebody who asks the admin listener. */
    public Client admin() {
        return Client.ofAdmin("http://127.0.0.1:" + adminPort);
    }

    public Client client() {
        return new Client("http://127.0.0.1:" + port, KEY);
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    /** Stops it and deletes its folder: for one that would leave gigabytes. */
    public void remove() throws IOException, InterruptedException {
        close();
        delete(folder);
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int tries = 1; !becomesReady(); tries++) {
            if (tries == PORTS_TRIED || !lacksPort()) {
                throw new IllegalStateException("the server ended: " + log());
            }
            takePorts();
            launch();
        }
    }

    /** Whether it is ready some time; otherwise it ended. */
    private boolean becomesReady() throws IOException, InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + adminPort + "/health/ready"))
                .timeout(Duration.ofSeconds(20)).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (long end = System.nanoTime() + Duration.ofSeconds(60).toNanos(); System.nanoTime() < end;) {
                if (!process.isAlive()) {
                    return false;
                }
                try {
                    if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        return true;
                    }
                } catch (IOException notYet) {
                    process.waitFor(50, TimeUnit.MILLISECONDS);
                }
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the server did not become ready: " + log());
    }

    /** That of this process, for one that begins in another folder. */
    public static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Whether it said at its end that somebody else has taken one of its ports meanwhile. */
    private boolean lacksPort() throws IOException {
        return log().lines().filter(line -> line.startsWith("inlay: ")).reduce((before, last) -> last)
                .filter(line -> line.startsWith("inlay: port ")).isPresent();
    }

    private void takePorts() {
        try (ServerSocket free = new ServerSocket(0); ServerSocket another = new ServerSocket(0)) {
            port = free.getLocalPort();
            adminPort = another.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
