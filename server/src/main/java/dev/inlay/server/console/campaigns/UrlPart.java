package dev.inlay.server.console.campaigns;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text in URLs. */
public final class UrlPart {
    private UrlPart() {
    }

    /** {@code value} as a part of a path or a query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
