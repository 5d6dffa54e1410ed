package dev.inlay.server.newsletter;

import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import java.util.List;
import java.util.Optional;

/**
 * Answers requests that cannot be read and so never reach a route: a blank or too much in the request line. As far as
 * their path is known, a picture is answered by a neutral picture and a click by the campaign's fallback page.
 */
public final class UnreadableRequests implements DirectHandler {
    private final TileImages images;
    private final TileClicks clicks;

    UnreadableRequests(TileImages images, TileClicks clicks) {
        this.images = images;
        this.clicks = clicks;
    }

    @Override
    public TransportResponse handle(TransportRequest request, EventType eventType, Status status,
            ServerResponseHeaders headers, String message) {
        Optional<TilePath> path = Optional.ofNullable(request.path()).flatMap(TilePath::parse)
                .filter(known -> isRead(request.method()));
        return path.map(this::answer).orElseGet(Optional::empty)
                .orElseGet(() -> DirectHandler.defaultHandler().handle(request, eventType, status, headers, ""));
    }

    private Optional<TransportResponse> answer(TilePath path) {
        return switch (path.kind()) {
            case PICTURE -> Optional.of(response(Status.OK_200, TileHeaders.neutral(), images.neutral(path)));
            case CLICK -> clicks.fallback(path)
                    .map(target -> response(Status.FOUND_302, TileHeaders.click(target), new byte[0]));
        };
    }

    private static TransportResponse response(Status status, List<Header> headers, byte[] body) {
        TransportResponse.Builder response = TransportResponse.builder().status(status).keepAlive(false).entity(body);
        headers.forEach(response::header);
        return response.build();
    }

    private static boolean isRead(String method) {
        return "GET".equals(method) || "HEAD".equals(method);
    }
}
