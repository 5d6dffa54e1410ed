package dev.inlay.server.metrics;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What requests of the public listener are for. */
enum RequestKind {
    PICTURE, CLICK,
    TRACKING_USER("/serve/trackingUser"),
    PAGEVIEW("/serve/collect/pageview"),
    CART("/serve/collect/cart"),
    CONVERSION("/serve/collect/conversion"),
    CUSTOMER_ID("/serve/collect/customerId"),
    EMAIL("/serve/collect/email"),
    TRACKED_CLICK("/serve/collect/click"),
    RECOMS("/serve/recoms"),
    SDK("/sdk.js"),
    IDENTITY("/identity"),
    OPENAPI("/openapi"),
    API, CONSOLE, OTHER;

    private static final Map<String, RequestKind> BY_PATH = Arrays.stream(values()).filter(kind -> !kind.path.isEmpty())
            .collect(Collectors.toUnmodifiableMap(RequestKind::path, Function.identity()));

    private final String path;

    RequestKind() {
        this("");
    }

    RequestKind(String path) {
        this.path = path;
    }

    /** The kind of a request for {@code path}, which is neither a picture nor a click. */
    static RequestKind of(String path) {
        RequestKind exact = BY_PATH.get(path);
        if (exact != null) {
            return exact;
        }
        return path.startsWith("/api/") ? API : path.startsWith("/console") ? CONSOLE : OTHER;
    }

    /** Its one path; empty if it has many. */
    String path() {
        return path;
    }
}
