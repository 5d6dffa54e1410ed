package dev.inlay.server.metrics;

import dev.inlay.server.photos.PhotoCheck;
import dev.inlay.server.photos.PhotoFetcher;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

/** What became of photos that were asked for again. */
final class PhotoMeters {
    private PhotoMeters() {
    }

    static void bind(MeterRegistry registry, PhotoFetcher photos) {
        for (PhotoCheck outcome : PhotoCheck.values()) {
            FunctionCounter.builder("inlay.photos.checked", photos, checking -> checking.checked(outcome))
                    .description("Photos that stand and were asked for again, by how that ended")
                    .tag("outcome", Labels.of(outcome)).register(registry);
        }
    }
}
