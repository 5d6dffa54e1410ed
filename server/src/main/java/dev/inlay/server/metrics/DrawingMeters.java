package dev.inlay.server.metrics;

import dev.inlay.server.newsletter.Newsletter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;

/** What drawing has in hand and in memory. */
final class DrawingMeters {
    private DrawingMeters() {
    }

    static void bind(MeterRegistry registry, Newsletter newsletter) {
        Gauge.builder("inlay.drawings.waiting", newsletter, Newsletter::waitingDrawings)
                .description("Drawings that wait for a thread").register(registry);
        Gauge.builder("inlay.tile.memory", newsletter, Newsletter::cachedTileBytes)
                .description("What coded tiles take in memory").baseUnit(BaseUnits.BYTES).register(registry);
        Gauge.builder("inlay.tile.opened.memory", newsletter, Newsletter::openedTileBytes)
                .description("What tiles that went out take in memory").baseUnit(BaseUnits.BYTES)
                .register(registry);
    }
}
