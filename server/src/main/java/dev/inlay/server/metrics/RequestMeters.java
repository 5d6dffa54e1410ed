package dev.inlay.server.metrics;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Counts and times all requests but pictures and clicks, by what they are for and how they ended. */
final class RequestMeters implements Filter {
    private static final Set<RequestKind> KINDS =
            EnumSet.complementOf(EnumSet.of(RequestKind.PICTURE, RequestKind.CLICK));
    private static final List<String> OUTCOMES = List.of("1xx", "2xx", "3xx", "4xx", "5xx");
    private static final String NO_CLASS = "none";

    private final Map<RequestKind, List<Counter>> counters = new EnumMap<>(RequestKind.class);
    private final Map<RequestKind, Timer> timers;

    RequestMeters(MeterRegistry registry) {
        KINDS.forEach(kind -> counters.put(kind, OUTCOMES.stream()
                .map(outcome -> Requests.counter(registry, kind, outcome, NO_CLASS)).toList()));
        timers = Requests.timers(registry, KINDS);
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        long begin = System.nanoTime();
        try {
            chain.proceed();
        } finally {
            RequestKind kind = RequestKind.of(request.prologue().uriPath().rawPath());
            int hundreds = Math.clamp(response.status().code() / 100, 1, OUTCOMES.size());
            counters.get(kind).get(hundreds - 1).increment();
            timers.get(kind).record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        }
    }
}
