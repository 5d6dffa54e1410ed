package dev.inlay.server.newsletter;

import dev.inlay.server.http.Answer;
import dev.inlay.server.http.EntityTags;
import dev.inlay.server.http.RawQuery;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Pictures and clicks in mail (contract 4): everything below {@code /serve/tile}.
 *
 * <p>A filter, not a service: routing decodes a path before it looks for a route, and refuses what mail clients make of
 * it.
 */
public final class TileService implements Filter {
    /** What a click is told whose campaign nobody knows. */
    static final byte[] UNKNOWN = "no such newsletter".getBytes(StandardCharsets.UTF_8);

    private final TileImages images;
    private final TileClicks clicks;
    private final TileVisits visits;

    TileService(TileImages images, TileClicks clicks, TileVisits visits) {
        this.images = images;
        this.clicks = clicks;
        this.visits = visits;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String path = request.prologue().uriPath().rawPath();
        if (!TilePath.isBelowTiles(path)) {
            chain.proceed();
            return;
        }
        Optional<TilePath> tile = TilePath.parse(path);
        if (tile.isEmpty()) {
            refuse(response, Status.NOT_FOUND_404, "no tile here");
        } else if (!isMethod(request, Method.GET) && !isMethod(request, Method.HEAD)) {
            response.header(HeaderNames.ALLOW, "GET, HEAD");
            refuse(response, Status.METHOD_NOT_ALLOWED_405, "method must be GET or HEAD");
        } else if (tile.get().kind() == TilePath.Kind.PICTURE) {
            picture(tile.get(), request, response);
        } else {
            click(tile.get(), request, response);
        }
    }

    private void picture(TilePath path, ServerRequest request, ServerResponse response) {
        long begin = System.nanoTime();
        RawQuery query = query(request);
        boolean locking = !isMethod(request, Method.HEAD);
        List<String> ifNoneMatch = EntityTags.ifNoneMatch(request);
        TileAnswer<Picture> answer = images.picture(path, query, locking, ifNoneMatch);
        switch (answer.answer()) {
            case Picture.Tile tile ->
                    send(request, response, TileHeaders.tile(tile.format(), tile.etag()), tile.bytes());
            case Picture.Passing passing -> passing(passing, ifNoneMatch, request, response);
            case Picture.Unchanged(TileFormat format, String etag) ->
                    unchanged(response, TileHeaders.tile(format, etag));
        }
        visits.report(path, request, query, answer, begin);
    }

    private static void passing(Picture.Passing picture, List<String> ifNoneMatch, ServerRequest request,
            ServerResponse response) {
        String etag = picture.etag();
        List<Header> headers = TileHeaders.passing(picture.format(), etag);
        if (EntityTags.match(ifNoneMatch, etag)) {
            unchanged(response, headers);
        } else {
            send(request, response, headers, picture.bytes());
        }
    }

    private static void unchanged(ServerResponse response, List<Header> headers) {
        headers.forEach(response::header);
        response.status(Status.NOT_MODIFIED_304).send();
    }

    private void click(TilePath path, ServerRequest request, ServerResponse response) {
        long begin = System.nanoTime();
        RawQuery query = query(request);
        boolean locking = !isMethod(request, Method.HEAD)
                && !LinkScanners.isScanner(request.headers().first(HeaderNames.USER_AGENT).orElse(""));
        TileAnswer<Optional<String>> answer = clicks.target(path, query, locking);
        if (answer.answer().isPresent()) {
            TileHeaders.click(answer.answer().get()).forEach(response::header);
            response.status(Status.FOUND_302).send();
        } else {
            text(response, Status.NOT_FOUND_404, UNKNOWN);
        }
        visits.report(path, request, query, answer, begin);
    }

    private void refuse(ServerResponse response, Status status, String why) {
        text(response, status, why.getBytes(StandardCharsets.UTF_8));
        visits.reportRefused();
    }

    private static RawQuery query(ServerRequest request) {
        return RawQuery.parse(request.prologue().query().rawValue());
    }

    private static boolean isMethod(ServerRequest request, Method method) {
        return request.prologue().method().equals(method);
    }

    private static void send(ServerRequest request, ServerResponse response, List<Header> headers, byte[] body) {
        headers.forEach(response::header);
        Answer.entity(request, response, body);
    }

    private static void text(ServerResponse response, Status status, byte[] text) {
        response.status(status).header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .send(text);
    }
}
