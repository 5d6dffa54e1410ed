package dev.inlay.server.console;

import dev.inlay.db.StoreException;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.console.Sessions.Session;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.http.Routes;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The way into every page: only for who is signed in, only forms of our own pages, and every problem becomes a page
 * that says what is wrong.
 */
public final class Gate {
    /** A page, or what a form of it does. */
    @FunctionalInterface
    public interface Page {
        void answer(ConsoleCall call) throws Exception;
    }

    /** What a form's token is called, in a form and as a header. */
    static final String TOKEN = "formToken";
    static final HeaderName TOKEN_HEADER = HeaderNames.create("X-Form-Token");

    private static final Logger LOG = System.getLogger(Gate.class.getName());
    /** Bytes of a form of somebody signed in: what a body of the API can hold grows when a form encodes it. */
    private static final int LIMIT = 4 * Body.LIMIT;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String OF_WEBSITE = "/websites/{websiteUuid}";
    private static final HeaderName PART = HeaderNames.create("HX-Request");

    private final HttpRules rules;
    private final Sessions sessions;
    private final WebsiteStore websites;
    private final Assets assets;
    private final ConsolePages pages;

    Gate(HttpRules rules, Sessions sessions, WebsiteStore websites, Assets assets, ConsolePages pages) {
        this.rules = rules;
        this.sessions = sessions;
        this.websites = websites;
        this.assets = assets;
        this.pages = pages;
    }

    /** A page of a website: {@code path} is what follows the website, empty for its first page. */
    public Gate get(String path, Page page) {
        rules.get(OF_WEBSITE + path, (request, response) -> enter(request, response, true, page));
        return this;
    }

    /** What a form on a page of a website does. */
    public Gate post(String path, Page page) {
        rules.post(OF_WEBSITE + path, (request, response) -> enter(request, response, true, page));
        return this;
    }

    /** A page of the installation. */
    Gate getOutside(String path, Page page) {
        rules.get(path, outside(page));
        return this;
    }

    /** What a form on a page of the installation does. */
    Gate postOutside(String path, Page page) {
        rules.post(path, outside(page));
        return this;
    }

    /** Says of every path that no page took that there is none. */
    void otherwise() {
        rules.any("/{+rest}", outside(call -> {
            throw HttpProblem.notFound("There is no such page.");
        }));
    }

    private Handler outside(Page page) {
        return (request, response) -> enter(request, response, false, page);
    }

    /** Goes on to {@code path} of our own, also where a part of a page was asked for. */
    static void redirect(ServerRequest request, ServerResponse response, String path) {
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        if (request.headers().contains(PART)) {
            response.header(HeaderNames.create("HX-Redirect"), path).status(Status.OK_200).send();
        } else {
            response.header(HeaderNames.LOCATION, path).status(Status.SEE_OTHER_303).send();
        }
    }

    private void enter(ServerRequest request, ServerResponse response, boolean ofWebsite, Page page) {
        Optional<Session> session = sessions.find(request);
        if (session.isEmpty()) {
            redirect(request, response, "/console/sign-in");
            return;
        }
        ConsoleCall call = call(request, response, session.get(), Optional.empty(), RawQuery.parse(""));
        try {
            RawQuery form = form(request, session.get());
            Optional<Website> website = ofWebsite ? Optional.of(website(request)) : Optional.empty();
            page.answer(call(request, response, session.get(), website, form));
        } catch (HttpProblem problem) {
            show(call, problem.status(), problem.getMessage());
        } catch (StoreException.Busy e) {
            show(call, Status.SERVICE_UNAVAILABLE_503, "The store is busy. Please try again in a moment.");
        } catch (Exception e) {
            LOG.log(Level.ERROR, "page failed: " + Routes.logged(request), e);
            show(call, Status.INTERNAL_SERVER_ERROR_500, "Something went wrong here. The log says what.");
        }
    }

    private static void show(ConsoleCall call, Status status, String message) {
        if (!call.response().isSent()) {
            call.show(status, "problem", "", "Not possible", message);
        }
    }

    private ConsoleCall call(ServerRequest request, ServerResponse response, Session session,
            Optional<Website> website, RawQuery form) {
        return new ConsoleCall(request, response, session, form, website, websites.list(), assets, pages);
    }

    private Website website(ServerRequest request) {
        return websites.find(Routes.uuid(request.path().pathParameters().get("websiteUuid")))
                .orElseThrow(() -> HttpProblem.notFound("There is no such website."));
    }

    /** What was sent, once it is sure that a page of this very session sent it. */
    private static RawQuery form(ServerRequest request, Session session) {
        if (!request.prologue().method().equals(Method.POST)) {
            return RawQuery.parse("");
        }
        RawQuery form = Body.isOfType(request, FORM) ? parse(request, LIMIT) : RawQuery.parse("");
        String token = form.first(TOKEN).or(() -> request.headers().first(TOKEN_HEADER)).orElse("");
        if (!session.isOwnToken(token)) {
            throw HttpProblem.forbidden("This page is too old. Please go back, reload it and try again.");
        }
        return form;
    }

    /** In a form, unlike in our URLs, a space is written as {@code +}. */
    static RawQuery parse(ServerRequest request) {
        return parse(request, Body.LIMIT);
    }

    private static RawQuery parse(ServerRequest request, int limit) {
        return RawQuery.parse(new String(Body.bytes(request, limit), StandardCharsets.UTF_8).replace('+', ' '));
    }
}
