package dev.inlay.server.metrics;

import dev.inlay.db.Database;
import dev.inlay.server.bounds.Bounds;
import dev.inlay.server.feeds.FeedHealth;
import dev.inlay.server.newsletter.Newsletter;
import dev.inlay.server.newsletter.TileObserver;
import dev.inlay.server.photos.PhotoFetcher;
import dev.inlay.server.recommendation.index.SessionIndexes;
import dev.inlay.server.statistics.StatisticsRecorder;
import dev.inlay.server.tracking.TrackingService;
import io.helidon.http.DirectHandler;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.HttpService;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * Every meter of a node. All are there from the start, at 0. Labels come from fixed lists of ours, never from a
 * request, a shop or a person.
 */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final TileMeters tiles = new TileMeters(registry);
    private final RequestMeters requests = new RequestMeters(registry);
    private final ProcessMeters process = new ProcessMeters(registry);

    /** Learns of pictures and clicks. */
    public TileObserver tiles() {
        return tiles;
    }

    /** A filter that counts what reaches it; to stand behind that of pictures and clicks, which do not. */
    public Filter requests() {
        return requests;
    }

    /** {@code handler}, its answers counted. */
    public DirectHandler unreadable(DirectHandler handler) {
        return new UnreadableMeters(registry, handler);
    }

    /** Counts what goes on in the background, from now on. */
    public void watch(Database database, TrackingService tracking, Bounds bounds, Newsletter newsletter,
            SessionIndexes indexes, FeedHealth feeds, StatisticsRecorder statistics) {
        StoreMeters.bind(registry, database);
        BoundsMeters.bind(registry, bounds);
        ShopMeters.bind(registry, tracking, indexes, feeds, statistics);
        DrawingMeters.bind(registry, newsletter);
    }

    /** Counts what becomes of {@code photos} that are asked for again, from now on. */
    public void watch(PhotoFetcher photos) {
        PhotoMeters.bind(registry, photos);
    }

    /** {@code /metrics}: for the admin listener only. */
    public HttpService page() {
        return new MetricsPage(registry);
    }

    @Override
    public void close() {
        process.close();
        registry.close();
    }
}
