package dev.inlay.server.demo;

import dev.inlay.server.http.Peer;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** The browser of whoever started the demo: on this machine, and at an address that no other machine answers to. */
final class LocalBrowser {
    private static final Pattern OWN_NAME =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private LocalBrowser() {
    }

    static boolean sent(ServerRequest request) {
        return sent(request.remotePeer().address(), request.headers().first(HeaderNames.HOST));
    }

    /** A foreign name may lead here too, by a proxy or by a name server that lies. */
    static boolean sent(SocketAddress peer, Optional<String> host) {
        return Peer.isLocal(peer) && host.filter(name -> OWN_NAME.matcher(name).matches()).isPresent();
    }
}
