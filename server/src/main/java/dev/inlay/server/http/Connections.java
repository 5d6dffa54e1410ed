package dev.inlay.server.http;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/** How connections end. */
public final class Connections {
    private Connections() {
    }

    /**
     * A filter: closes the connection after an answer if the request or the answer says {@code Connection: close}. The
     * web server itself announces it, but leaves the caller waiting (helidon issue 12324).
     */
    public static void closeAsAnnounced(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        chain.proceed();
        if (request.headers().contains(HeaderValues.CONNECTION_CLOSE)
                || response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            throw new CloseConnectionException("closed as announced");
        }
    }
}
