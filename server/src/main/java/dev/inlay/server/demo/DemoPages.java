package dev.inlay.server.demo;

import dev.inlay.server.http.Body;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.RawQuery;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;

/**
 * Writes the pages of the demo. They escape all they are given, load nothing from elsewhere, run no script but our own
 * files and stand in no foreign frame.
 */
final class DemoPages {
    static final HeaderName POLICY = HeaderNames.create("Content-Security-Policy");
    private static final String OWN_ONLY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html,
            DemoPages.class.getClassLoader(), "dev.inlay.server");

    /** The page {@code demo/{page}.jte} for {@code view}. */
    void send(ServerResponse response, String page, Object view) {
        send(response, OWN_ONLY, render(page, view));
    }

    String render(String page, Object view) {
        StringOutput html = new StringOutput();
        engine.render("demo/" + page + ".jte", view, html);
        return html.toString();
    }

    void send(ServerResponse response, String policy, String html) {
        response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .header(HeaderNames.create("Referrer-Policy"), "same-origin")
                .header(POLICY, policy)
                .send(html.getBytes(StandardCharsets.UTF_8));
    }

    /** On to the page at {@code path} after a form was taken. */
    static void seeOther(ServerResponse response, String path) {
        response.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION, path)
                .header(HeaderNames.CACHE_CONTROL, "no-store").send();
    }

    /** In a form, unlike in our URLs, a space is written as {@code +}. */
    static RawQuery form(ServerRequest request) {
        if (!Body.isOfType(request, FORM)) {
            throw HttpProblem.unsupportedMediaType(FORM);
        }
        return RawQuery.parse(new String(Body.bytes(request, Body.LIMIT), StandardCharsets.UTF_8).replace('+', ' '));
    }
}
