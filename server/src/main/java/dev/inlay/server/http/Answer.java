package dev.inlay.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Writing answers: exact length, one write, nothing for a {@code HEAD}. */
public final class Answer {
    private Answer() {
    }

    public static void json(ServerResponse response, Status status, Object value) {
        prepareJson(response, status).send(Json.bytes(value));
    }

    public static void problem(ServerResponse response, Status status, String message) {
        prepareProblem(response, status).send(problem(message));
    }

    /** As {@link #problem(ServerResponse, Status, String)}; a {@code HEAD} gets the headers only. */
    public static void problem(ServerRequest request, ServerResponse response, Status status, String message) {
        entity(request, prepareProblem(response, status), problem(message));
    }

    public static void noContent(ServerResponse response) {
        response.status(Status.NO_CONTENT_204).header(HeaderNames.CACHE_CONTROL, "no-store").send();
    }

    /** {@code body} for a {@code GET}; its length but no entity for a {@code HEAD}. */
    public static void entity(ServerRequest request, ServerResponse response, byte[] body) {
        if (request.prologue().method().equals(Method.HEAD)) {
            response.header(HeaderNames.CONTENT_LENGTH, String.valueOf(body.length));
            response.send();
        } else {
            response.send(body);
        }
    }

    /** The body of an error. */
    public static byte[] problem(String message) {
        return Json.bytes(problemJson(message));
    }

    /** The same, for an answer that says more. */
    public static ObjectNode problemJson(String message) {
        return Json.object().put("success", false).put("message", message);
    }

    private static ServerResponse prepareProblem(ServerResponse response, Status status) {
        if (status.code() == Status.SERVICE_UNAVAILABLE_503.code()) {
            response.header(HeaderNames.RETRY_AFTER, "1");
        }
        if (status.code() == Status.UNAUTHORIZED_401.code()) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        return prepareJson(response, status);
    }

    private static ServerResponse prepareJson(ServerResponse response, Status status) {
        return response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .header(HeaderNames.CACHE_CONTROL, "no-store");
    }
}
