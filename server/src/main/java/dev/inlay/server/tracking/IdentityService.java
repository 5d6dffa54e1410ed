package dev.inlay.server.tracking;

import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Routes;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the tracking user of a browser in a cookie that the server sets, which browsers keep longer than a script's:
 * for shops whose own host passes a folder on to us. Answers only pages of the shop on that same host.
 */
public final class IdentityService implements HttpService {
    static final String PATH = "/identity";
    private static final String COOKIE = "hello_retail_id";
    private static final Pattern VALUE = Pattern.compile("(?:^|;) *" + COOKIE + "=([0-9a-fA-F]{24}) *(?=;|$)");
    private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;
    private static final HeaderName SITE = HeaderNames.create("Sec-Fetch-Site");

    private final PublicCalls calls;
    private final Refusals refusals;

    public IdentityService(PublicCalls calls, Refusals refusals) {
        this.calls = calls;
        this.refusals = refusals;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post(PATH, refusals.noting(PATH, this::identity)).any(PATH, Routes.methodNotAllowed("POST"));
    }

    private void identity(ServerRequest request, ServerResponse response) {
        PublicCall call = calls.read(request);
        URI page = page(request, call.website());
        calls.count(call, Optional.empty(), false);
        TrackingUserId id = kept(request).orElseGet(TrackingUserId::random);
        if (!id.equals(TrackingUserId.OPTED_OUT)) {
            response.header(HeaderNames.SET_COOKIE, cookie(id, isSecure(request, page)));
        }
        Answer.json(response, Status.OK_200, Json.object().put("id", id.value()));
    }

    /** The page that calls; 403 if it is not one of the shop on the host that was called. */
    private static URI page(ServerRequest request, Website website) {
        boolean isSameOrigin = request.headers().first(SITE).orElse("same-origin").equals("same-origin");
        return request.headers().first(HeaderNames.ORIGIN).or(() -> request.headers().first(HeaderNames.REFERER))
                .filter(_ -> isSameOrigin).flatMap(IdentityService::uri).filter(website::isOwn)
                .orElseThrow(() -> HttpProblem.forbidden("only pages on the website's hosts may call this, each on its "
                        + "own host"));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<TrackingUserId> kept(ServerRequest request) {
        return request.headers().all(HeaderNames.COOKIE, List::of).stream().map(VALUE::matcher).filter(Matcher::find)
                .findFirst().map(found -> new TrackingUserId(found.group(1)));
    }

    /** Readable by the page, which sends it with its calls. */
    private static String cookie(TrackingUserId id, boolean isSecure) {
        return COOKIE + "=" + id + "; Path=/; Max-Age=" + YEAR_SECONDS + "; SameSite=Lax"
                + (isSecure ? "; Secure" : "");
    }

    private static boolean isSecure(ServerRequest request, URI page) {
        return "https".equalsIgnoreCase(page.getScheme())
                || request.headers().first(HeaderNames.X_FORWARDED_PROTO).filter("https"::equalsIgnoreCase).isPresent();
    }
}
