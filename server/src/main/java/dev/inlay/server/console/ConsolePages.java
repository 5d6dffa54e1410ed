package dev.inlay.server.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes pages of the console. They were compiled with the program, escape all they are given, load nothing from
 * elsewhere, run no script but our own files and stand in no foreign frame.
 */
final class ConsolePages {
    private static final HeaderName POLICY = HeaderNames.create("Content-Security-Policy");
    private static final String OWN_ONLY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";
    /** A mail inside a page: styles as mails have them, pictures of our own, no script at all. */
    private static final String MAIL_ONLY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html,
            ConsolePages.class.getClassLoader(), "dev.inlay.server");

    /** Writes {@code page} (a template below {@code console}), which takes the parameters frame and view. */
    void send(ServerResponse response, Status status, String page, Frame frame, Object view) {
        StringOutput html = new StringOutput();
        engine.render("console/" + page + ".jte", Map.of("frame", frame, "view", view), html);
        write(response, status, OWN_ONLY, html.toString());
    }

    /** Writes a whole mail for a frame of a page. */
    void sendMail(ServerResponse response, String html) {
        write(response, Status.OK_200, MAIL_ONLY, html);
    }

    private static void write(ServerResponse response, Status status, String policy, String html) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .header(HeaderNames.create("Referrer-Policy"), "same-origin")
                .header(HeaderNames.create("Cross-Origin-Opener-Policy"), "same-origin")
                .header(POLICY, policy)
                .send(html.getBytes(StandardCharsets.UTF_8));
    }
}
