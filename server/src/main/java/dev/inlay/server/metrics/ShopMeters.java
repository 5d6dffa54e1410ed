package dev.inlay.server.metrics;

import dev.inlay.server.feeds.FeedHealth;
import dev.inlay.server.recommendation.index.SessionIndexes;
import dev.inlay.server.statistics.StatisticsRecorder;
import dev.inlay.server.tracking.TrackingService;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** What shops send and what became of it, over all websites. */
final class ShopMeters {
    private static final List<RequestKind> TRACKED = List.of(RequestKind.PAGEVIEW, RequestKind.CART,
            RequestKind.CONVERSION, RequestKind.CUSTOMER_ID, RequestKind.EMAIL, RequestKind.TRACKED_CLICK);

    private ShopMeters() {
    }

    static void bind(MeterRegistry registry, TrackingService tracking, SessionIndexes indexes, FeedHealth feeds,
            StatisticsRecorder statistics) {
        TRACKED.forEach(call -> FunctionCounter.builder("inlay.tracked", tracking, calls -> calls.stored(path(call)))
                .description("Tracking calls that were stored").tag("call", Labels.of(call)).register(registry));
        FunctionCounter.builder("inlay.visits.dropped", statistics, StatisticsRecorder::dropped)
                .description("Pictures and clicks that were answered, but not counted for lack of room")
                .register(registry);
        Gauge.builder("inlay.index.sessions", indexes, index -> index.size().sessions())
                .description("Sessions that the index has counted").register(registry);
        Gauge.builder("inlay.index.products", indexes, index -> index.size().products())
                .description("Products that the index has seen touched").register(registry);
        TimeGauge.builder("inlay.index.behind", indexes, TimeUnit.MILLISECONDS, index -> index.behind().toMillis())
                .description("Since the index that is furthest behind last showed all that was stored")
                .register(registry);
        TimeGauge.builder("inlay.index.snapshot.age", indexes, TimeUnit.MILLISECONDS,
                        index -> index.snapshotAge().toMillis())
                .description("Since the oldest of those snapshots was written that lack events; 0 if none does")
                .register(registry);
        TimeGauge.builder("inlay.index.replay", indexes, TimeUnit.MILLISECONDS,
                        index -> index.lastReplay().toMillis())
                .description("How long the last replay took, at start or since the past had changed")
                .register(registry);
        Gauge.builder("inlay.events.unmatched", indexes, index -> index.size().unmatched())
                .description("Events that wait for a product that the catalogue does not hold").register(registry);
        bindFeeds(registry, new Sampled<>(feeds::figures));
    }

    private static void bindFeeds(MeterRegistry registry, Sampled<FeedHealth.Figures> feeds) {
        TimeGauge.builder("inlay.feed.age", feeds, TimeUnit.SECONDS,
                        sampled -> sampled.figure(figures -> figures.oldest().toSeconds()))
                .description("Since the last good run of the feed with an interval that has waited longest")
                .strongReference(true)
                .register(registry);
        gauge(registry, feeds, "inlay.feeds", "Feeds of products and orders", FeedHealth.Figures::feeds);
        gauge(registry, feeds, "inlay.feeds.refused",
                "Feeds that could not be had, or were refused, when they were tried last",
                FeedHealth.Figures::refused);
        gauge(registry, feeds, "inlay.photos.pending", "Photos that are to be fetched",
                FeedHealth.Figures::photosPending);
        gauge(registry, feeds, "inlay.photos.failed", "Photos that could not be had", FeedHealth.Figures::photosFailed);
    }

    private static void gauge(MeterRegistry registry, Sampled<FeedHealth.Figures> feeds, String name,
            String description, ToDoubleFunction<FeedHealth.Figures> figure) {
        Gauge.builder(name, feeds, sampled -> sampled.figure(figure)).description(description).strongReference(true)
                .register(registry);
    }

    private static String path(RequestKind call) {
        return call.path().substring("/serve".length());
    }
}
