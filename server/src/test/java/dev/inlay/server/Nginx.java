package dev.inlay.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The web server of a shop: the system's nginx, which passes a folder on to Inlay as {@code docs/tracking.md} says, and
 * everything else to the shop. Where nginx is not installed, tests that need it are skipped with that message; where
 * {@code CI} is set they fail.
 */
public final class Nginx implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
    private static final Path RECIPES = Path.of("..", "docs", "tracking.md");
    private static final String RECIPE_BEGIN = "```nginx\n";
    private static final String INLAY = "127.0.0.1:8080";
    private static final String PID = "nginx.pid";
    private static final int PORTS_TRIED = 5;

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it in {@code folder}, before a shop and a server that listen on these ports of the loopback. */
    public static Nginx start(Path folder, int shop, int inlay) throws IOException, InterruptedException {
        boolean installed = Files.isExecutable(PROGRAM);
        if (!installed && System.getenv("CI") != null) {
            throw new AssertionError("nginx is not installed: apt-get install nginx");
        }
        assumeTrue(installed, "nginx is not installed: apt-get install nginx");
        for (int tries = 0; tries < PORTS_TRIED; tries++) {
            Nginx nginx = launched(folder, shop, inlay);
            if (nginx.listens(folder)) {
                return nginx;
            }
            nginx.close();
        }
        throw new IllegalStateException("nginx did not start: " + Files.readString(folder.resolve("nginx.log")));
    }

    /** On a port that was free a moment ago. */
    private static Nginx launched(Path folder, int shop, int inlay) throws IOException {
        int port = freePort();
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, configuration(port, shop, inlay));
        Process process = new ProcessBuilder(PROGRAM.toString(), "-p", folder.toString(), "-e", "error.log",
                "-c", configuration.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile()).start();
        return new Nginx(process, port);
    }

    /** A page of the shop. */
    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    private static String configuration(int port, int shop, int inlay) throws IOException {
        return """
                daemon off;
                master_process off;
                pid %s;
                events { }
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    server {
                        listen 127.0.0.1:%d;
                        %s
                        location / { proxy_pass http://127.0.0.1:%d; }
                    }
                }
                """.formatted(PID, port, recipe().replace(INLAY, "127.0.0.1:" + inlay), shop);
    }

    /** What a shop copies. */
    private static String recipe() throws IOException {
        String recipes = Files.readString(RECIPES);
        int begin = recipes.indexOf(RECIPE_BEGIN) + RECIPE_BEGIN.length();
        String recipe = recipes.substring(begin, recipes.indexOf("```", begin));
        if (!recipe.contains(INLAY)) {
            throw new IllegalStateException(RECIPES + " passes nothing on to " + INLAY);
        }
        return recipe;
    }

    /** Whether it came up: it notes its process once it has the port, and ends where somebody else has it. */
    private boolean listens(Path folder) throws InterruptedException {
        for (int tries = 0; tries < 400 && !Files.exists(folder.resolve(PID)); tries++) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return Files.exists(folder.resolve(PID));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
