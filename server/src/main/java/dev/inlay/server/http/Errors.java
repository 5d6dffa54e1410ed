package dev.inlay.server.http;

import dev.inlay.db.StoreException;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The one place where an exception becomes an answer: JSON, without inner detail. */
public final class Errors {
    private static final Logger LOG = System.getLogger(Errors.class.getName());

    private Errors() {
    }

    public static void register(HttpRouting.Builder routing) {
        routing.error(HttpProblem.class, Errors::problem)
                .error(StoreException.Busy.class, (request, response, busy) ->
                        Answer.problem(request, response, Status.SERVICE_UNAVAILABLE_503,
                                "Overloaded, please try again"))
                .error(HttpException.class, (request, response, e) -> refused(request, response, e))
                .error(Throwable.class, Errors::internal);
    }

    private static void problem(ServerRequest request, ServerResponse response, HttpProblem problem) {
        if (problem instanceof TooManyCalls tooMany) {
            response.header(HeaderNames.RETRY_AFTER, String.valueOf(tooMany.retryAfter()));
        }
        Answer.problem(request, response, problem.status(), problem.getMessage());
    }

    private static void refused(ServerRequest request, ServerResponse response, HttpException e) {
        if (!e.keepAlive()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        Answer.problem(request, response, e.status(), e.status().reasonPhrase());
    }

    private static void internal(ServerRequest request, ServerResponse response, Throwable cause) {
        LOG.log(Level.ERROR, "request failed: " + request.prologue().method() + " " + Routes.logged(request), cause);
        Answer.problem(request, response, Status.INTERNAL_SERVER_ERROR_500, "Internal error");
    }
}
