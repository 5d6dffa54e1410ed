package dev.inlay.server.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;

/**
 * Writes pages of the console. They were compiled with the program, escape all they are given, load nothing from
 * elsewhere, run no script but our own files and stand in no foreign frame.
 */
final class ConsolePages {
    private static final HeaderName POLICY = HeaderNames.create("Content-Security-Policy");
    private static final String OWN_ONLY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html,
            ConsolePages.class.getClassLoader(), "dev.inlay.server");

    void send(ServerResponse response, Status status, String page, Object view) {
        StringOutput html = new StringOutput();
        engine.render(page, view, html);
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .header(HeaderNames.create("Referrer-Policy"), "no-referrer")
                .header(POLICY, OWN_ONLY)
                .send(html.toString().getBytes(StandardCharsets.UTF_8));
    }
}
