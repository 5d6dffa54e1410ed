package dev.inlay.server.http;

import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/** Answers paths that no route could read, since an escape in them is broken: there is nothing by such a name. */
public final class ReadablePaths {
    private ReadablePaths() {
    }

    /** A filter: 404 for a path that cannot be decoded. */
    public static void demanded(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (!isReadable(request)) {
            throw HttpProblem.notFound("the path holds a broken % escape");
        }
        chain.proceed();
    }

    private static boolean isReadable(RoutingRequest request) {
        try {
            return request.prologue().uriPath().path() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
