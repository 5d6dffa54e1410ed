package dev.inlay.server.newsletter;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.List;

/** The headers of pictures and clicks (contract 4.1.3, 4.2.1): the same whoever asks. */
final class TileHeaders {
    private static final Header NO_STORE = HeaderValues.create("Cache-Control", "no-store");
    private static final List<Header> PICTURE = List.of(
            HeaderValues.create(HeaderNames.CONTENT_TYPE, "image/png"),
            HeaderValues.create("X-Content-Type-Options", "nosniff"),
            HeaderValues.create("X-Robots-Tag", "noindex"),
            HeaderValues.create("Cross-Origin-Resource-Policy", "cross-origin"));
    private static final Header REVALIDATE =
            HeaderValues.create("Cache-Control", "private, no-cache, max-age=0, no-transform");
    private static final Header NO_REFERRER = HeaderValues.create("Referrer-Policy", "no-referrer");

    private TileHeaders() {
    }

    /** Of a tile; with its {@code etag}. */
    static List<Header> tile(String etag) {
        return List.of(PICTURE.get(0), PICTURE.get(1), PICTURE.get(2), PICTURE.get(3), REVALIDATE,
                HeaderValues.create(HeaderNames.ETAG, etag));
    }

    /** Of a neutral picture; with its {@code etag}. */
    static List<Header> neutral(String etag) {
        return List.of(PICTURE.get(0), PICTURE.get(1), PICTURE.get(2), PICTURE.get(3), NO_STORE,
                HeaderValues.create(HeaderNames.ETAG, etag));
    }

    static List<Header> click(String target) {
        return List.of(HeaderValues.create(HeaderNames.LOCATION, target), NO_STORE, NO_REFERRER);
    }
}
