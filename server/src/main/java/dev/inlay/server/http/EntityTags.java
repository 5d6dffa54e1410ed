package dev.inlay.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.List;

/** {@code If-None-Match} as HTTP compares it: a list, weak or strong, or {@code *}. */
public final class EntityTags {
    private EntityTags() {
    }

    /** What the caller already has; empty if it does not say. */
    public static List<String> ifNoneMatch(ServerRequest request) {
        return request.headers().contains(HeaderNames.IF_NONE_MATCH)
                ? request.headers().get(HeaderNames.IF_NONE_MATCH).allValues() : List.of();
    }

    public static boolean match(List<String> headers, String etag) {
        return headers.stream().flatMap(header -> Arrays.stream(header.split(","))).map(String::strip)
                .anyMatch(tag -> tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(etag));
    }
}
