package dev.inlay.server.newsletter;

import dev.inlay.server.http.Answer;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import java.util.List;
import java.util.Optional;

/**
 * Answers requests that cannot be read and so never reach a route: a blank or too much in the request line. As far as
 * their path is known, a picture is answered by a neutral picture and a click by the campaign's fallback page.
 */
public final class UnreadableRequests implements DirectHandler {
    private static final List<Header> ALLOWED = List.of(HeaderValues.create(HeaderNames.ALLOW, "GET, HEAD"));
    private static final List<Header> JSON = List.of(HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/json"));

    private final TileImages images;
    private final TileClicks clicks;

    UnreadableRequests(TileImages images, TileClicks clicks) {
        this.images = images;
        this.clicks = clicks;
    }

    @Override
    public TransportResponse handle(TransportRequest request, EventType eventType, Status status,
            ServerResponseHeaders headers, String message) {
        Optional<TilePath> path = Optional.ofNullable(request.path()).flatMap(TilePath::parse);
        boolean isHead = "HEAD".equals(request.method());
        if (path.isEmpty()) {
            return response(status, JSON, isHead, Answer.problem(status.reasonPhrase()));
        }
        if (!isHead && !"GET".equals(request.method())) {
            return response(Status.METHOD_NOT_ALLOWED_405, ALLOWED, false, new byte[0]);
        }
        return switch (path.get().kind()) {
            case PICTURE -> picture(images.neutral(path.get()), isHead);
            case CLICK -> clicks.fallback(path.get())
                    .map(target -> response(Status.FOUND_302, TileHeaders.click(target), isHead, new byte[0]))
                    .orElseGet(() -> response(Status.NOT_FOUND_404, List.of(), isHead, TileService.UNKNOWN));
        };
    }

    private static TransportResponse picture(Picture.Passing picture, boolean isHead) {
        List<Header> headers = TileHeaders.passing(picture.format(), picture.etag());
        return response(Status.OK_200, headers, isHead, picture.bytes());
    }

    private static TransportResponse response(Status status, List<Header> headers, boolean isHead, byte[] body) {
        TransportResponse.Builder response = TransportResponse.builder().status(status).keepAlive(false)
                .entity(isHead ? new byte[0] : body);
        headers.forEach(response::header);
        return response.build();
    }
}
