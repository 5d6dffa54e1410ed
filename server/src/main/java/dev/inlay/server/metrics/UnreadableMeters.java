package dev.inlay.server.metrics;

import io.helidon.http.DirectHandler;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts requests that cannot be read, by what answered them. */
final class UnreadableMeters implements DirectHandler {
    private final DirectHandler handler;
    private final Counter pictures;
    private final Counter clicks;
    private final Counter others;

    UnreadableMeters(MeterRegistry registry, DirectHandler handler) {
        this.handler = handler;
        pictures = counter(registry, RequestKind.PICTURE);
        clicks = counter(registry, RequestKind.CLICK);
        others = counter(registry, RequestKind.OTHER);
    }

    @Override
    public TransportResponse handle(TransportRequest request, EventType eventType, Status status,
            ServerResponseHeaders headers, String message) {
        TransportResponse response = handler.handle(request, eventType, status, headers, message);
        (switch (response.status().family()) {
            case SUCCESSFUL -> pictures;
            case REDIRECTION -> clicks;
            case INFORMATIONAL, CLIENT_ERROR, SERVER_ERROR, OTHER -> others;
        }).increment();
        return response;
    }

    private static Counter counter(MeterRegistry registry, RequestKind kind) {
        return Counter.builder("inlay.requests.unreadable")
                .description("Requests that could not be read, by what answered them")
                .tag("kind", Labels.of(kind)).register(registry);
    }
}
