package dev.inlay.server.console;

import dev.inlay.db.website.Website;
import dev.inlay.server.console.Sessions.Session;
import dev.inlay.server.http.RawQuery;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A request of an operator who is signed in, and how to answer it.
 *
 * @param form what a form sent; empty unless this is a {@code POST}
 * @param given the website that the path names; empty outside of any
 */
public record ConsoleCall(ServerRequest request, ServerResponse response, Session session, RawQuery form,
        Optional<Website> given, List<Website> websites, Assets assets, ConsolePages pages) {
    public Website website() {
        return given.orElseThrow();
    }

    /** What tells this session from all others. */
    public String sessionId() {
        return session.id();
    }

    /** What the URL asks for, also as a form writes it: there, a space is {@code +}. */
    public RawQuery query() {
        String raw = request.prologue().query().rawValue();
        return RawQuery.parse(raw == null ? null : raw.replace('+', ' '));
    }

    /** A segment of the path by its name in the route, decoded. */
    public String path(String name) {
        return request.path().pathParameters().get(name);
    }

    /** Shows {@code page} (a template below {@code console}) under {@code section} of the navigation. */
    public void show(String page, String section, String title, Object view) {
        show(Status.OK_200, page, section, title, view);
    }

    /** As above, with another status: 400 for a form with errors. */
    public void show(Status status, String page, String section, String title, Object view) {
        pages.send(response, status, page, frame(section, title), view);
    }

    /** Goes on to a page of the website: {@code rest} as in {@link Frame#path(String)}. */
    public void redirect(String rest) {
        redirectTo(frame("", "").path(rest));
    }

    /** Goes on to {@code path} of the console, also where a part of a page was asked for. */
    public void redirectTo(String path) {
        Gate.redirect(request, response, path);
    }

    /** Tells a page that asked for a part of itself anew to keep the one it has. */
    public void keep() {
        response.status(Status.NO_CONTENT_204).header(HeaderNames.CACHE_CONTROL, "no-store").send();
    }

    public void png(byte[] png) {
        png(png, "no-store");
    }

    /** A picture that its URL means for good: this browser need not ask for it again. */
    public void keptPng(byte[] png) {
        png(png, "private, max-age=31536000, immutable");
    }

    private void png(byte[] png, String caching) {
        response.header(HeaderNames.CONTENT_TYPE, "image/png").header(HeaderNames.CACHE_CONTROL, caching)
                .header(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff").send(png);
    }

    /** Shows a whole mail, for a frame of a page. */
    public void showMail(String html) {
        pages.sendMail(response, html);
    }

    /** Hands out {@code table} as a file called {@code name}. */
    public void csv(String name, String table) {
        response.header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff").send(table.getBytes(StandardCharsets.UTF_8));
    }

    /** Hands out a JSON file called {@code name}, as it is written. */
    public OutputStream json(String name) {
        return response.header(HeaderNames.CONTENT_TYPE, "application/json")
                .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff").outputStream();
    }

    private Frame frame(String section, String title) {
        return new Frame(title, section, given, websites, session.formToken(), assets);
    }
}
