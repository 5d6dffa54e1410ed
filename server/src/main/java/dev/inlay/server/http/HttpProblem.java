package dev.inlay.server.http;

import io.helidon.http.Status;

/**
 * A request that cannot be answered as asked. The message is for the caller: it names the parameter, the rule and the
 * value, never an address, token or key.
 */
public class HttpProblem extends RuntimeException {
    private final Status status;

    public HttpProblem(Status status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public Status status() {
        return status;
    }

    public static HttpProblem unauthorized() {
        return new HttpProblem(Status.UNAUTHORIZED_401, "a key is needed: Authorization: Bearer <key>, or ?apiKey=");
    }

    public static HttpProblem forbidden(String message) {
        return new HttpProblem(Status.FORBIDDEN_403, message);
    }

    public static HttpProblem notFound(String message) {
        return new HttpProblem(Status.NOT_FOUND_404, message);
    }

    public static HttpProblem conflict(String message) {
        return new HttpProblem(Status.CONFLICT_409, message);
    }

    public static HttpProblem tooLarge(long limit) {
        return new HttpProblem(Status.REQUEST_ENTITY_TOO_LARGE_413, "body must be at most " + limit + " bytes");
    }

    public static HttpProblem unsupportedMediaType(String expected) {
        return new HttpProblem(Status.UNSUPPORTED_MEDIA_TYPE_415, "Content-Type must be " + expected);
    }
}
