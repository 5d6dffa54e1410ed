package dev.inlay.server;

import dev.inlay.db.Database;
import dev.inlay.db.Secret;
import dev.inlay.server.cli.InlayCommand;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** One running node: starts everything in order and stops it in reverse. */
public final class Main implements AutoCloseable {
    public static final String VERSION = "0.1.0";

    private static final Logger LOG = System.getLogger(Main.class.getName());

    private final Node node;
    private final WebServer server;
    private final AtomicBoolean closing;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Main(Node node, WebServer server, AtomicBoolean closing) {
        this.node = node;
        this.server = server;
        this.closing = closing;
    }

    public static void main(String[] arguments) {
        System.exit(InlayCommand.execute(arguments));
    }

    /**
     * Starts a node; returns when it listens and can answer.
     *
     * @throws StartException and {@link dev.inlay.db.DatabaseOpenException} with one line for the operator
     */
    public static Main start(Settings settings) {
        return start(settings, UnaryOperator.identity());
    }

    /** As {@link #start(Settings)}, with every connection to the store coming through {@code decorator}. */
    public static Main start(Settings settings, UnaryOperator<DataSource> decorator) {
        return start(settings, decorator, routing -> { });
    }

    /** As {@link #start(Settings)}, with routes beside those of every node. */
    public static Main startWith(Settings settings, Consumer<HttpRouting.Builder> more) {
        return start(settings, UnaryOperator.identity(), more);
    }

    private static Main start(Settings settings, UnaryOperator<DataSource> decorator,
            Consumer<HttpRouting.Builder> more) {
        createFolder(settings.dataDir());
        Secret secret = KeyFiles.secret(settings.secretFile());
        String key = settings.adminKey().orElseGet(() -> KeyFiles.adminKey(settings.dataDir().resolve("admin-key")));
        Database database = Database.open(settings.database(), secret, decorator);
        AtomicBoolean closing = new AtomicBoolean();
        Node node = null;
        try {
            node = new Node(settings, database, secret, key, InstantSource.system());
            node.warmUp();
            Health health = new Health(() -> !closing.get() && database.isReady());
            WebServer server = Listeners.start(settings, routing(node, more), node.unreadable(),
                    admin(health, node.metricsPage()));
            LOG.log(Level.INFO, "listening on " + settings.host() + ":" + server.port() + ", admin on port "
                    + Listeners.adminPort(server) + ", data in " + settings.dataDir().toAbsolutePath());
            return new Main(node, server, closing);
        } catch (RuntimeException | Error e) {
            if (node != null) {
                node.close();
            }
            database.close();
            throw e;
        }
    }

    /** The port of the public listener. */
    public int port() {
        return server.port();
    }

    /** Waits until the node is closed. */
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    /** Says that it is not ready any more, finishes what was begun, then stops. */
    @Override
    public void close() {
        closing.set(true);
        node.stopFeeds();
        server.stop();
        node.close();
        closed.countDown();
    }

    private static Consumer<HttpRouting.Builder> admin(Health health, HttpService metrics) {
        return routing -> routing.register("/health", health).register("/metrics", metrics);
    }

    private static Consumer<HttpRouting.Builder> routing(Node node, Consumer<HttpRouting.Builder> more) {
        return routing -> {
            node.routing(routing);
            more.accept(routing);
        };
    }

    private static void createFolder(Path folder) {
        try {
            if (Files.notExists(folder)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new StartException("INLAY_DATA_DIR must be a folder that can be written - was '" + folder + "'");
        }
    }
}
