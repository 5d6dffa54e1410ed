package dev.inlay.server.console;

import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.Routes;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** Styles and scripts of the console, from the class path: those named here and no other file. */
final class ConsoleAssets implements HttpService {
    private static final Map<String, String> TYPES = Map.of(
            "console.css", "text/css; charset=utf-8",
            "snippet.js", "text/javascript; charset=utf-8");

    @Override
    public void routing(HttpRules rules) {
        rules.get("/{file}", this::file)
                .any("/{file}", Routes.methodNotAllowed("GET"));
    }

    private void file(ServerRequest request, ServerResponse response) throws IOException {
        String file = request.path().pathParameters().get("file");
        String type = Optional.ofNullable(TYPES.get(file)).orElseThrow(() -> HttpProblem.notFound("no such file"));
        try (InputStream in = ConsoleAssets.class.getResourceAsStream("assets/" + file)) {
            response.header(HeaderNames.CONTENT_TYPE, type)
                    .header(HeaderNames.CACHE_CONTROL, "no-cache")
                    .header(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff")
                    .send(in.readAllBytes());
        }
    }
}
