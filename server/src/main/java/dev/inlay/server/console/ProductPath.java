package dev.inlay.server.console;

import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.RawQuery;
import io.helidon.webserver.http.ServerRequest;

/** The product number of a path: the percent-decoded rest of its segment, whatever characters it holds. */
final class ProductPath {
    private static final String PREFIX = "/products/";

    private ProductPath() {
    }

    /** Whether the path names a product and nothing below it. */
    static boolean isProduct(ServerRequest request) {
        return rest(request).indexOf('/') < 0;
    }

    static String number(ServerRequest request) {
        String rest = rest(request);
        String number = RawQuery.decode(rest);
        if (number.isBlank()) {
            throw HttpProblem.notFound("no such product");
        }
        return number;
    }

    /** What follows {@code /products/}, raw. The first one counts, since a website's UUID cannot hold it. */
    private static String rest(ServerRequest request) {
        String path = request.prologue().uriPath().rawPath();
        int query = path.indexOf('?');
        String raw = query < 0 ? path : path.substring(0, query);
        int at = raw.indexOf(PREFIX);
        return at < 0 ? "" : raw.substring(at + PREFIX.length());
    }
}
