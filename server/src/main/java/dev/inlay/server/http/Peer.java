package dev.inlay.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;

/** Who is at the other end of a connection. */
public final class Peer {
    private Peer() {
    }

    /** Whether {@code address} is a loopback address: a program on this machine, which may be a proxy. */
    public static boolean isLocal(SocketAddress address) {
        return address instanceof InetSocketAddress peer && !peer.isUnresolved()
                && peer.getAddress().isLoopbackAddress();
    }

    /**
     * The address that {@code request} comes from; behind a proxy on this machine the one that the proxy tells, the
     * last of {@code X-Forwarded-For}. For hashing in memory: never to be logged or stored.
     */
    public static String origin(ServerRequest request) {
        return forwarded(request).filter(told -> isLocal(request.remotePeer().address()))
                .orElseGet(() -> request.remotePeer().host());
    }

    private static Optional<String> forwarded(ServerRequest request) {
        List<String> values = request.headers().all(HeaderNames.X_FORWARDED_FOR, List::of);
        return values.isEmpty() ? Optional.empty() : Optional.of(last(values.getLast()))
                .filter(told -> !told.isEmpty());
    }

    private static String last(String addresses) {
        return addresses.substring(addresses.lastIndexOf(',') + 1).strip();
    }
}
