package dev.inlay.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import java.util.UUID;

/** Small things that every routing needs. */
public final class Routes {
    private Routes() {
    }

    /** A handler for methods that a path does not know: 405 with {@code Allow}. */
    public static Handler methodNotAllowed(String allowed) {
        return (request, response) -> {
            response.header(HeaderNames.ALLOW, allowed);
            Answer.problem(request, response, Status.METHOD_NOT_ALLOWED_405, "method must be " + allowed);
        };
    }

    /** The path for a log line: without query, without control characters, at most 200 characters. */
    public static String logged(ServerRequest request) {
        String path = request.prologue().uriPath().rawPath().split("[?#]", 2)[0];
        String plain = path.replaceAll("[^\\x21-\\x7e]", "?");
        return InvalidParameterException.mayHoldAddress(plain) ? "(not logged)"
                : plain.substring(0, Math.min(plain.length(), 200));
    }

    /** A UUID of the path; 404 if it is none. */
    public static UUID uuid(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw HttpProblem.notFound("no such website");
        }
    }
}
