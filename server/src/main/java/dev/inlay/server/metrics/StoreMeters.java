package dev.inlay.server.metrics;

import dev.inlay.db.Database;
import dev.inlay.db.WriteObserver;
import dev.inlay.db.WriteQueue.Lane;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** How the one writer and the many readers of the store fare. */
final class StoreMeters implements WriteObserver {
    private final Map<Lane, Map<Outcome, Counter>> entries = new EnumMap<>(Lane.class);
    private final DistributionSummary groups;
    private final Timer commits;

    private StoreMeters(MeterRegistry registry) {
        for (Lane lane : Lane.values()) {
            entries.put(lane, Labels.counters(Outcome.class, outcome -> Counter.builder("inlay.writes")
                    .description("Entries for the store by how they ended")
                    .tags("lane", Labels.of(lane), "outcome", Labels.of(outcome)).register(registry)));
        }
        groups = DistributionSummary.builder("inlay.write.group.size").description("Entries of a group")
                .serviceLevelObjectives(Buckets.GROUP).register(registry);
        commits = Timer.builder("inlay.write.group.duration").description("Writing and committing a group")
                .serviceLevelObjectives(Buckets.COMMIT).register(registry);
    }

    static void bind(MeterRegistry registry, Database database) {
        database.writes().observe(new StoreMeters(registry));
        for (Lane lane : Lane.values()) {
            Gauge.builder("inlay.writes.waiting", database, store -> store.writes().waiting(lane))
                    .description("Entries that wait for the writer").tag("lane", Labels.of(lane)).register(registry);
        }
        Gauge.builder("inlay.readers", database, store -> store.readers().size())
                .description("Connections that readers may have").register(registry);
        Gauge.builder("inlay.readers.in.use", database, store -> store.readers().inUse())
                .description("Connections that readers have in hand").register(registry);
        Gauge.builder("inlay.readers.waiting", database, store -> store.readers().waiting())
                .description("Threads that wait for a connection").register(registry);
    }

    @Override
    public void ended(Lane lane, Outcome outcome) {
        entries.get(lane).get(outcome).increment();
    }

    @Override
    public void groupEnded(int entries, Duration took) {
        groups.record(entries);
        commits.record(took);
    }
}
