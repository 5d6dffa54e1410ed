package dev.inlay.server.tracking;

import dev.inlay.server.http.Answer;
import dev.inlay.server.http.EntityTags;
import dev.inlay.server.http.Routes;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The script that shops embed: at {@code /sdk.js}, asked for anew each time, and at {@code /sdk-{hash}.js}, kept for a
 * year. Another hash, of an older release or of a newer one on the next node, gets today's script, not to be kept, so
 * that no shop stops being tracked.
 */
public final class SdkService implements HttpService {
    private static final String METHODS = "GET, HEAD";
    /** With any weight but zero. */
    private static final Pattern GZIP = Pattern.compile(
            "(^|,)\\s*gzip\\s*(;\\s*q=(1(\\.0*)?|0?\\.0*[1-9]\\d*)\\s*)?(,|$)", Pattern.CASE_INSENSITIVE);

    private final SdkScript script = SdkScript.bundled();

    @Override
    public void routing(HttpRules rules) {
        for (String path : List.of("/sdk.js", "/sdk-{hash}.js")) {
            rules.get(path, this::script).head(path, this::script).any(path, Routes.methodNotAllowed(METHODS));
        }
    }

    private void script(ServerRequest request, ServerResponse response) {
        boolean gzip = takesGzip(request);
        String etag = '"' + script.hash() + (gzip ? "-gzip\"" : "\"");
        boolean lasting = request.path().pathParameters().first("hash").filter(script.hash()::equals).isPresent();
        response.header(HeaderNames.CACHE_CONTROL, lasting ? "public, max-age=31536000, immutable" : "no-cache")
                .header(HeaderNames.ETAG, etag)
                .header(HeaderNames.VARY, "Accept-Encoding")
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header(HeaderNames.create("Cross-Origin-Resource-Policy"), "cross-origin")
                .header(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff");
        if (EntityTags.match(EntityTags.ifNoneMatch(request), etag)) {
            response.status(Status.NOT_MODIFIED_304).send();
        } else {
            send(request, response, gzip);
        }
    }

    private void send(ServerRequest request, ServerResponse response, boolean gzip) {
        response.header(HeaderNames.CONTENT_TYPE, "text/javascript; charset=utf-8");
        if (gzip) {
            response.header(HeaderNames.CONTENT_ENCODING, "gzip");
        }
        Answer.entity(request, response, gzip ? script.gzipped() : script.plain());
    }

    private static boolean takesGzip(ServerRequest request) {
        return request.headers().values(HeaderNames.ACCEPT_ENCODING).stream()
                .anyMatch(accepted -> GZIP.matcher(accepted).find());
    }
}
