package dev.inlay.server.newsletter;

import java.util.Arrays;
import java.util.List;

/** {@code If-None-Match} as HTTP compares it: a list, weak or strong, or {@code *}. */
final class EntityTags {
    private EntityTags() {
    }

    static boolean match(List<String> headers, String etag) {
        return headers.stream().flatMap(header -> Arrays.stream(header.split(","))).map(String::strip)
                .anyMatch(tag -> tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(etag));
    }
}
