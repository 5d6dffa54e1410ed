package dev.inlay.server.metrics;

import dev.inlay.db.statistics.RequestClass;
import dev.inlay.server.newsletter.Audience;
import dev.inlay.server.newsletter.NeutralReason;
import dev.inlay.server.newsletter.TileObserver;
import dev.inlay.server.newsletter.TileSource;
import dev.inlay.server.newsletter.TileVisit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts and times pictures and clicks. */
final class TileMeters implements TileObserver {
    /** How a picture or click was answered. */
    private enum Outcome { TILE, UNCHANGED, PRODUCT, NEUTRAL, HEAD }

    private final Map<TileVisit.Kind, Map<Outcome, Map<RequestClass, Counter>>> requests =
            new EnumMap<>(TileVisit.Kind.class);
    private final Map<TileVisit.Kind, Map<NeutralReason, Counter>> neutral = new EnumMap<>(TileVisit.Kind.class);
    private final Map<RequestKind, Timer> timers;
    private final Counter refused;
    private final Map<TileSource, Counter> found;
    private final Timer drawing;
    private final Timer opening;
    private final Map<Audience, Counter> locked;

    TileMeters(MeterRegistry registry) {
        for (TileVisit.Kind kind : TileVisit.Kind.values()) {
            requests.put(kind, counters(registry, kind));
            neutral.put(kind, Labels.counters(NeutralReason.class, reason -> Counter.builder("inlay.neutral")
                    .description("Pictures that showed no product and clicks that led to none, HEAD requests apart")
                    .tags("kind", Labels.of(kind), "reason", Labels.of(reason)).register(registry)));
        }
        timers = Requests.timers(registry, List.of(RequestKind.PICTURE, RequestKind.CLICK));
        refused = Requests.counter(registry, RequestKind.OTHER, "4xx", "none");
        found = Labels.counters(TileSource.class, source -> Counter.builder("inlay.tiles")
                .description("Coded tiles by where they came from").tag("source", Labels.of(source))
                .register(registry));
        drawing = Timer.builder("inlay.tile.drawing.duration").description("Drawing and coding one tile")
                .serviceLevelObjectives(Buckets.DRAWING).register(registry);
        opening = Timer.builder("inlay.tile.opening.duration")
                .description("Making a coded tile ready to go out, with what is live")
                .serviceLevelObjectives(Buckets.OPENING).register(registry);
        locked = Labels.counters(Audience.class, audience -> Counter.builder("inlay.locks")
                .description("Letters whose products were locked, by what was known of their recipient")
                .tag("audience", Labels.of(audience)).register(registry));
    }

    private static Map<Outcome, Map<RequestClass, Counter>> counters(MeterRegistry registry, TileVisit.Kind kind) {
        List<Outcome> outcomes = kind == TileVisit.Kind.PICTURE
                ? List.of(Outcome.TILE, Outcome.UNCHANGED, Outcome.NEUTRAL, Outcome.HEAD)
                : List.of(Outcome.PRODUCT, Outcome.NEUTRAL, Outcome.HEAD);
        Map<Outcome, Map<RequestClass, Counter>> counters = new EnumMap<>(Outcome.class);
        outcomes.forEach(outcome -> counters.put(outcome, Labels.counters(RequestClass.class,
                asker -> Requests.counter(registry, kind(kind), Labels.of(outcome), Labels.of(asker)))));
        return counters;
    }

    @Override
    public void visited(TileVisit visit) {
        requests.get(visit.kind()).get(outcome(visit)).get(visit.requestClass()).increment();
        timers.get(kind(visit.kind())).record(visit.took());
        if (!visit.head()) {
            visit.neutral().ifPresent(reason -> neutral.get(visit.kind()).get(reason).increment());
        }
    }

    @Override
    public void refused() {
        refused.increment();
    }

    @Override
    public void tileFound(TileSource source, Duration took) {
        found.get(source).increment();
        if (source == TileSource.DRAWN) {
            drawing.record(took);
        }
    }

    @Override
    public void tileOpened(Duration took) {
        opening.record(took);
    }

    @Override
    public void locked(Audience audience) {
        locked.get(audience).increment();
    }

    private static Outcome outcome(TileVisit visit) {
        if (visit.head()) {
            return Outcome.HEAD;
        }
        if (visit.neutral().isPresent()) {
            return Outcome.NEUTRAL;
        }
        return visit.kind() == TileVisit.Kind.CLICK ? Outcome.PRODUCT
                : visit.unchanged() ? Outcome.UNCHANGED : Outcome.TILE;
    }

    private static RequestKind kind(TileVisit.Kind kind) {
        return kind == TileVisit.Kind.PICTURE ? RequestKind.PICTURE : RequestKind.CLICK;
    }
}
