package dev.inlay.server.demo;

import dev.inlay.server.Main;
import dev.inlay.server.Settings;
import dev.inlay.server.StartException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A node with a made-up shop, on a folder of its own that goes with it: after {@link #start} the first personal picture
 * can be seen, after {@link #close} nothing is left.
 */
public final class Demo implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Demo.class.getName());
    private static final int KEY_BYTES = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final ThrowAwayFolder folder;
    private final Settings settings;
    private final Doors doors;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();
    /** Held while the node starts. */
    private final ReentrantLock starting = new ReentrantLock();
    private volatile Main node;

    private Demo(ThrowAwayFolder folder, Settings settings) {
        this.folder = folder;
        this.settings = settings;
        this.doors = new Doors(settings);
    }

    /**
     * A demo with the settings that {@code folder} and {@code environment} give, see {@link Settings#forDemo}. There
     * is nothing to clean up before it starts.
     *
     * @throws IllegalArgumentException naming a bad setting
     */
    public static Demo prepare(Path folder, Map<String, String> environment) {
        ThrowAwayFolder data = ThrowAwayFolder.unmade();
        return new Demo(data, Settings.forDemo(folder, environment, data.path(), newKey()));
    }

    /**
     * Starts the node, opens the shop and lets its visitors in.
     *
     * @throws StartException with one line for whoever started it; nothing is left behind
     */
    public void start() {
        try {
            requireFreePort();
            Assortment assortment = Assortment.bundled();
            DemoService service = new DemoService(settings, assortment, doors);
            startNode(service);
            List<Visitor> visitors = Visitors.of(assortment);
            OpenShop shop = new Opening(doors, assortment, settings).open(visitors);
            service.open(shop);
            Thread.ofVirtual().name("first-mails").start(() -> readMails(shop, visitors));
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** The one URL to open. */
    public String url() {
        return settings.publicUrl() + "/demo";
    }

    /** Where everything lies until {@link #close}. */
    public Path folder() {
        return folder.path();
    }

    /** Waits until the demo is closed. */
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    /** A start under way is waited for, but not for long: the folder goes in any case. */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            awaitNode();
            doors.close();
            Optional.ofNullable(node).ifPresent(Main::close);
            folder.close();
            closed.countDown();
        }
    }

    private void awaitNode() {
        try {
            if (starting.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                starting.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Beside whoever looks already: only the results wait for it. */
    private void readMails(OpenShop shop, List<Visitor> visitors) {
        try {
            new FirstMails(doors, shop).open(visitors);
        } catch (StartException e) {
            if (!closing.get()) {
                LOG.log(Level.WARNING, "some mails were not read: {0}", e.getMessage());
            }
        }
    }

    private void startNode(DemoService service) {
        starting.lock();
        try {
            if (closing.get()) {
                throw new StartException("the demo was stopped before it had started");
            }
            folder.make();
            node = Main.startWith(settings, routing -> routing.register(DemoService.PATH, service));
        } finally {
            starting.unlock();
        }
    }

    private void requireFreePort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            throw new StartException("port " + settings.port() + " cannot be had on " + settings.host()
                    + ": choose another with --port or INLAY_DEMO_PORT");
        }
    }

    private static String newKey() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
