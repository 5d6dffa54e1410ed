package dev.inlay.server.metrics;

import dev.inlay.server.bounds.Bounds;
import dev.inlay.server.bounds.Limit;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

/** What was refused because somebody called too often. */
final class BoundsMeters {
    private BoundsMeters() {
    }

    static void bind(MeterRegistry registry, Bounds bounds) {
        for (Limit limit : Limit.values()) {
            FunctionCounter.builder("inlay.calls.refused", bounds, refusing -> refusing.refused(limit))
                    .description("Calls that were refused (429), by the limit they were beyond")
                    .tag("limit", Labels.of(limit)).register(registry);
        }
    }
}
