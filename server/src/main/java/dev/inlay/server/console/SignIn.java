package dev.inlay.server.console;

import dev.inlay.server.bounds.SignInTries;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.TooManyCalls;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;

/** Signing in with the installation key, and out. */
final class SignIn implements HttpService {
    private static final HeaderName SITE = HeaderNames.create("Sec-Fetch-Site");

    private final Access access;
    private final SignInTries tries;
    private final Sessions sessions;
    private final Assets assets;
    private final ConsolePages pages;

    SignIn(Access access, SignInTries tries, Sessions sessions, Assets assets, ConsolePages pages) {
        this.access = access;
        this.tries = tries;
        this.sessions = sessions;
        this.assets = assets;
        this.pages = pages;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/sign-in", (request, response) -> show(response, Status.OK_200, ""))
                .post("/sign-in", this::signIn)
                .post("/sign-out", this::signOut);
    }

    private void signIn(ServerRequest request, ServerResponse response) {
        refuseOtherSites(request);
        try {
            tries.take(request);
            signIn(request, response, Gate.parse(request).first("key").orElse("").trim());
        } catch (TooManyCalls tooMany) {
            response.header(HeaderNames.RETRY_AFTER, String.valueOf(tooMany.retryAfter()));
            show(response, tooMany.status(), tooMany.getMessage());
        }
    }

    private void signIn(ServerRequest request, ServerResponse response, String key) {
        if (access.isInstallationKey(key)) {
            tries.giveBack(request);
            sessions.begin(response);
            Gate.redirect(request, response, "/console");
        } else {
            show(response, Status.FORBIDDEN_403, "That is not the installation key.");
        }
    }

    private void signOut(ServerRequest request, ServerResponse response) {
        refuseOtherSites(request);
        sessions.end(response);
        Gate.redirect(request, response, "/console/sign-in");
    }

    /** These two forms carry no token yet or any more; browsers say where they come from. */
    private static void refuseOtherSites(ServerRequest request) {
        boolean isForeign = request.headers().first(SITE)
                .filter(from -> !from.equals("same-origin") && !from.equals("none")).isPresent();
        Optional<String> origin = request.headers().first(HeaderNames.ORIGIN);
        if (isForeign || origin.filter(from -> !isOwn(from, request)).isPresent()) {
            throw HttpProblem.forbidden("the form must come from this console");
        }
    }

    /** Whether {@code origin} names the host that the browser asked; a proxy in between may speak another scheme. */
    private static boolean isOwn(String origin, ServerRequest request) {
        String host = request.headers().first(HeaderNames.HOST).orElse("");
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    private void show(ServerResponse response, Status status, String problem) {
        pages.send(response, status, "sign-in", new Frame("Sign in", "", Optional.empty(), List.of(), "", assets),
                problem);
    }
}
