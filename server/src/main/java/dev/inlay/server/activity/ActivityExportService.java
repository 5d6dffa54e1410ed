package dev.inlay.server.activity;

import dev.inlay.db.activity.ActivityExport;
import dev.inlay.db.activity.ActivityExport.Line;
import dev.inlay.db.activity.Position;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.server.feeds.FeedTimes;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.RawQuery;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Gives out all activity of a website, below {@code /api/websites/{websiteUuid}}: one event a line, as an import takes
 * it, in order of arrival. Read page by page while it is sent, so that it may be as long as it likes.
 */
public final class ActivityExportService implements HttpService {
    private static final int PAGE = 2_000;
    private static final int BUFFER = 64 * 1024;

    private final Access access;
    private final ActivityExport store;

    public ActivityExportService(Access access, ActivityExport store) {
        this.access = access;
        this.store = store;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/activity", this::send);
    }

    /** Where the store fails in between, the answer is left open, so that its reader sees that it is not whole. */
    private void send(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        RawQuery query = RawQuery.parse(request.query().rawValue());
        Instant from = time(query, "from", website.settings().timeZone()).orElse(Instant.EPOCH);
        Instant to = time(query, "to", website.settings().timeZone()).orElse(Instant.MAX);
        List<Line> first = store.after(website.id(), ActivityExport.before(from), PAGE);
        response.status(Status.OK_200).header(HeaderNames.CONTENT_TYPE, "application/x-ndjson")
                .header(HeaderNames.CACHE_CONTROL, "no-store");
        try {
            OutputStream out = new BufferedOutputStream(response.outputStream(), BUFFER);
            for (List<Line> page = first; !page.isEmpty(); page = next(website.id(), page)) {
                for (Line line : page) {
                    if (!line.event().time().isBefore(from) && line.event().time().isBefore(to)) {
                        out.write(LineWriter.bytes(line));
                    }
                }
            }
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the reader of the activity has gone", e);
        }
    }

    private List<Line> next(int websiteId, List<Line> page) {
        Position last = page.getLast().position();
        return page.size() < PAGE ? List.of() : store.after(websiteId, last, PAGE);
    }

    private static Optional<Instant> time(RawQuery query, String name, ZoneId zone) {
        return query.first(name).map(text -> FeedTimes.parse(text, zone).orElseThrow(() ->
                new InvalidParameterException(name, "must be ISO 8601 such as 2026-05-01T12:00:00Z", text)));
    }
}
