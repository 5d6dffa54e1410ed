package dev.inlay.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;

/** The families that pictures, clicks and all other requests share. */
final class Requests {
    private Requests() {
    }

    static Counter counter(MeterRegistry registry, RequestKind kind, String outcome, String requestClass) {
        return Counter.builder("inlay.requests").description("Requests that were answered")
                .tags("kind", Labels.of(kind), "outcome", outcome, "class", requestClass).register(registry);
    }

    static Map<RequestKind, Timer> timers(MeterRegistry registry, Iterable<RequestKind> kinds) {
        Map<RequestKind, Timer> timers = new EnumMap<>(RequestKind.class);
        kinds.forEach(kind -> timers.put(kind, Timer.builder("inlay.request.duration")
                .description("From the routing of a request to the end of its answer")
                .tag("kind", Labels.of(kind)).serviceLevelObjectives(Buckets.LATENCY).register(registry)));
        return timers;
    }
}
