package dev.inlay.server.console;

import dev.inlay.server.http.Answer;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.Routes;
import dev.inlay.server.http.Sha256;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Styles and scripts of pages: ours and those of the libraries, from the class path; those named here and no other file.
 * A page asks for them by {@link #url}, which names their content, so that browsers keep them until they change.
 */
final class Assets implements HttpService {
    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final Map<String, String> FILES = Map.of(
            "console.css", "assets/console.css",
            "console.js", "assets/console.js",
            "charts.js", "assets/charts.js",
            "campaigns.css", "assets/campaigns.css",
            "campaigns.js", "assets/campaigns.js",
            "feeds.js", "assets/feeds.js",
            "people.css", "assets/people.css",
            "pico.css", WEBJARS + "picocss__pico/2.1.1/css/pico.min.css",
            "htmx.js", WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js",
            "chart.js", WEBJARS + "chart.js/4.4.9/dist/chart.umd.js");
    private static final String KEPT = "public, max-age=31536000, immutable";

    private final Map<String, byte[]> contents = new TreeMap<>();
    private final Map<String, String> urls = new TreeMap<>();

    Assets() {
        FILES.forEach((name, resource) -> {
            byte[] content = read(resource);
            contents.put(name, content);
            urls.put(name, "/console/assets/" + name + "?v=" + HexFormat.of().formatHex(Sha256.of(content), 0, 6));
        });
    }

    /** Where a browser finds the file called {@code name}. */
    String url(String name) {
        return Objects.requireNonNull(urls.get(name), name);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/assets/{file}", this::file)
                .head("/assets/{file}", this::file)
                .any("/assets/{file}", Routes.methodNotAllowed("GET, HEAD"));
    }

    private void file(ServerRequest request, ServerResponse response) {
        String name = request.path().pathParameters().get("file");
        byte[] content = Optional.ofNullable(contents.get(name))
                .orElseThrow(() -> HttpProblem.notFound("no such file"));
        String type = name.endsWith(".css") ? "text/css" : "text/javascript";
        response.header(HeaderNames.CONTENT_TYPE, type + "; charset=utf-8")
                .header(HeaderNames.CACHE_CONTROL, KEPT)
                .header(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff");
        Answer.entity(request, response, content);
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
