package dev.inlay.server.newsletter;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.List;

/** The headers of pictures and clicks (contract 4.1.3, 4.2.1): the same whoever asks. */
final class TileHeaders {
    private static final Header NO_STORE = HeaderValues.create("Cache-Control", "no-store");
    private static final Header PNG = contentType(TileFormat.PNG);
    private static final Header JPEG = contentType(TileFormat.JPEG);
    private static final List<Header> PICTURE = List.of(
            HeaderValues.create("X-Content-Type-Options", "nosniff"),
            HeaderValues.create("X-Robots-Tag", "noindex"),
            HeaderValues.create("Cross-Origin-Resource-Policy", "cross-origin"));
    private static final Header REVALIDATE =
            HeaderValues.create("Cache-Control", "private, no-cache, max-age=0, no-transform");
    private static final Header NO_REFERRER = HeaderValues.create("Referrer-Policy", "no-referrer");

    private TileHeaders() {
    }

    private static Header contentType(TileFormat format) {
        return HeaderValues.create(HeaderNames.CONTENT_TYPE, format.contentType());
    }

    /** Of a tile; with its {@code etag}. */
    static List<Header> tile(TileFormat format, String etag) {
        return picture(format, REVALIDATE, etag);
    }

    /** Of a picture that nobody should keep; with its {@code etag}. */
    static List<Header> passing(TileFormat format, String etag) {
        return picture(format, NO_STORE, etag);
    }

    private static List<Header> picture(TileFormat format, Header caching, String etag) {
        return List.of(format == TileFormat.PNG ? PNG : JPEG, PICTURE.get(0), PICTURE.get(1), PICTURE.get(2), caching,
                HeaderValues.create(HeaderNames.ETAG, etag));
    }

    static List<Header> click(String target) {
        return List.of(HeaderValues.create(HeaderNames.LOCATION, target), NO_STORE, NO_REFERRER);
    }
}
