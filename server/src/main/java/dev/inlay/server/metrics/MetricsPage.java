package dev.inlay.server.metrics;

import dev.inlay.server.http.Answer;
import dev.inlay.server.http.Routes;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;

/** All meters as they are now, in the text format 0.0.4. */
final class MetricsPage implements HttpService {
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;

    MetricsPage(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", this::show).head("/", this::show).any("/", Routes.methodNotAllowed("GET, HEAD"));
    }

    private void show(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, FORMAT).header(HeaderNames.CACHE_CONTROL, "no-store");
        Answer.entity(request, response, registry.scrape(FORMAT).getBytes(StandardCharsets.UTF_8));
    }
}
