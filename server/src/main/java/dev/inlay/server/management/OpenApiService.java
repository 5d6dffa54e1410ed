package dev.inlay.server.management;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Routes;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The description of the API at {@code /openapi}: OpenAPI 3.0, written in YAML, answered as JSON, which is YAML, too.
 */
public final class OpenApiService implements HttpService {
    private final byte[] description = read();

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", this::describe)
                .head("/", this::describe)
                .any("/", Routes.methodNotAllowed("GET, HEAD"));
    }

    private void describe(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, "application/json")
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        Answer.entity(request, response, description);
    }

    private static byte[] read() {
        try (InputStream yaml = OpenApiService.class.getResourceAsStream("/openapi.yaml")) {
            return Json.bytes(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.yaml cannot be read", e);
        }
    }
}
