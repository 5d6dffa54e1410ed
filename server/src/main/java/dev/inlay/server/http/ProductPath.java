package dev.inlay.server.http;

import io.helidon.webserver.http.ServerRequest;

/** The product number of a path: the percent-decoded rest after {@code /products/}, whatever characters it holds. */
public final class ProductPath {
    private static final String PREFIX = "/products/";

    private ProductPath() {
    }

    /** Whether the path names a product and nothing below it. */
    public static boolean isProduct(ServerRequest request) {
        return rest(request).indexOf('/') < 0;
    }

    /** Whether the path goes on with {@code below} after the product. */
    public static boolean isBelowProduct(ServerRequest request, String below) {
        return rest(request).endsWith(below);
    }

    public static String number(ServerRequest request) {
        return number(rest(request));
    }

    /** The product of a path that goes on with {@code below}. */
    public static String number(ServerRequest request, String below) {
        String rest = rest(request);
        return number(rest.substring(0, rest.length() - below.length()));
    }

    private static String number(String raw) {
        String number = RawQuery.decode(raw);
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
