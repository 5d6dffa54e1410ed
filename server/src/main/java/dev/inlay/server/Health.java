package dev.inlay.server;

import dev.inlay.server.http.Answer;
import dev.inlay.server.http.Json;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.function.BooleanSupplier;

/** {@code /health/live}: the process answers; {@code /health/ready}: it can take requests. On the admin listener only. */
final class Health implements HttpService {
    private final BooleanSupplier ready;

    Health(BooleanSupplier ready) {
        this.ready = ready;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/live", (request, response) ->
                        Answer.json(response, Status.OK_200, Json.object().put("status", "up")))
                .get("/ready", (request, response) -> {
                    boolean up = ready.getAsBoolean();
                    Answer.json(response, up ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503,
                            Json.object().put("status", up ? "up" : "down"));
                });
    }
}
