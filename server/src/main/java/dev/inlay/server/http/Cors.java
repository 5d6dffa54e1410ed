package dev.inlay.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Paths that scripts of any web page may call, without cookies. */
public final class Cors {
    private static final String MAX_AGE_SECONDS = "86400";

    private Cors() {
    }

    /**
     * Opens the answers to every page and passes on. The headers are set at the moment of sending, so that an error
     * answer, for which all headers are cleared, carries them too.
     */
    public static void open(ServerRequest request, ServerResponse response) {
        response.beforeSend(() -> open(response.headers()));
        response.next();
    }

    /** Answers a preflight for a JSON body. */
    public static void preflight(ServerRequest request, ServerResponse response) {
        response.status(Status.NO_CONTENT_204)
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "POST")
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type")
                .header(HeaderNames.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS)
                .send();
    }

    private static void open(ServerResponseHeaders headers) {
        headers.set(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        headers.set(HeaderNames.CACHE_CONTROL, "no-store");
    }
}
