package dev.inlay.server;

import io.helidon.http.DirectHandler;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The two sockets of a node: the public one, and the admin one on the loopback address. Everything that the outside can
 * make large or slow is bounded here.
 */
final class Listeners {
    /** Larger than the 8 KiB of a request line that we take, since it holds method and version, too. */
    private static final int MAX_REQUEST_LINE = 8 * 1024 + 64;
    private static final int MAX_HEADERS = 16 * 1024;
    private static final int MAX_CONNECTIONS = 2_048;
    /** The largest upload of a feed, with some air. */
    private static final long MAX_BODY = 128L * 1024 * 1024;
    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String ADMIN = "admin";

    private Listeners() {
    }

    /**
     * Starts both.
     *
     * @param refused answers what never reaches the routing
     * @throws StartException if a port is taken
     */
    static WebServer start(Settings settings, Consumer<HttpRouting.Builder> routing, DirectHandler refused,
            Consumer<HttpRouting.Builder> admin) {
        requireFree(settings.host(), settings.port(), "INLAY_PORT");
        requireFree(LOOPBACK, settings.adminPort(), "INLAY_ADMIN_PORT");
        WebServer server = WebServer.builder()
                .update(listener -> bound(listener, settings.host(), settings.port()))
                .directHandlers(handlers -> handlers.addHandler(DirectHandler.EventType.BAD_REQUEST, refused)
                        .addHandler(DirectHandler.EventType.OTHER, refused))
                .routing(routing)
                .putSocket(ADMIN, listener -> bound(listener, LOOPBACK, settings.adminPort())
                        .directHandlers(DirectHandlers.builder().build()))
                .routing(ADMIN, admin)
                .shutdownHook(false)
                .build()
                .start();
        if (!server.isRunning()) {
            throw new StartException("port " + settings.port() + " or " + settings.adminPort()
                    + " cannot be listened on");
        }
        return server;
    }

    static int adminPort(WebServer server) {
        return server.port(ADMIN);
    }

    private static ListenerConfig.BuilderBase<?, ?> bound(ListenerConfig.BuilderBase<?, ?> listener, String host,
            int port) {
        return listener.host(host).port(port)
                .maxTcpConnections(MAX_CONNECTIONS)
                .maxPayloadSize(MAX_BODY)
                .idleConnectionTimeout(Duration.ofSeconds(60))
                .shutdownGracePeriod(GRACE)
                .connectionOptions(socket -> socket.readTimeout(Duration.ofSeconds(10)).tcpNoDelay(true))
                .addProtocol(Http1Config.builder()
                        .validatePath(false)
                        .validatePrologue(false)
                        .maxPrologueLength(MAX_REQUEST_LINE)
                        .maxHeadersSize(MAX_HEADERS)
                        .build());
    }

    private static void requireFree(String host, int port, String setting) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new StartException("INLAY_HOST must be an address of this machine - was '" + host + "'");
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(address);
        } catch (IOException e) {
            throw new StartException("port " + port + " (" + setting + ") is taken, or " + host
                    + " (INLAY_HOST) is no address of this machine");
        }
    }
}
