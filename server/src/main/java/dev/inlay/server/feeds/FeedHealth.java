package dev.inlay.server.feeds;

import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.FeedRun;
import dev.inlay.db.catalogue.ProductFeed;
import dev.inlay.db.catalogue.ProductFeedStore;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** How fresh the catalogues of all websites are. Reads the store and every catalogue: to be asked seldom. */
public final class FeedHealth {
    /** As far back as a good run is looked for; a feed that was refused more often counts as old as these runs. */
    private static final int RUNS = 5;

    private final WebsiteStore websites;
    private final CatalogueStore catalogues;
    private final ProductFeedStore feeds;
    private final InstantSource time;

    /**
     * What all feeds and photos are like together.
     *
     * @param oldest how long ago the feed that waits longest had its last good run; zero if no feed has run
     * @param refused how many feeds were refused when they ran last
     */
    public record Figures(Duration oldest, int feeds, int refused, int photosPending, int photosFailed) { }

    private record LastRuns(Optional<Instant> good, boolean refused) { }

    public FeedHealth(WebsiteStore websites, CatalogueStore catalogues, ProductFeedStore feeds, InstantSource time) {
        this.websites = websites;
        this.catalogues = catalogues;
        this.feeds = feeds;
        this.time = time;
    }

    public Figures figures() {
        List<Website> all = websites.list();
        List<LastRuns> runs = all.stream().flatMap(website -> feeds.list(website.id()).stream())
                .map(this::lastRuns).toList();
        List<PhotoCounts> photos = all.stream().map(website -> PhotoCounts.of(catalogues, website.id())).toList();
        Duration oldest = runs.stream().flatMap(run -> run.good().stream()).min(Instant::compareTo)
                .map(good -> Duration.between(good, time.instant())).orElse(Duration.ZERO);
        return new Figures(oldest, runs.size(), (int) runs.stream().filter(LastRuns::refused).count(),
                photos.stream().mapToInt(PhotoCounts::pending).sum(),
                photos.stream().mapToInt(PhotoCounts::failed).sum());
    }

    private LastRuns lastRuns(ProductFeed feed) {
        List<FeedRun> runs = feeds.lastRuns(feed.websiteId(), feed.id(), RUNS);
        Optional<FeedRun> good = runs.stream().filter(run -> !isRefused(run)).findFirst()
                .or(() -> runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast()));
        return new LastRuns(good.map(FeedRun::at), !runs.isEmpty() && isRefused(runs.getFirst()));
    }

    private static boolean isRefused(FeedRun run) {
        return Json.parseObject(run.report().getBytes(StandardCharsets.UTF_8)).hasNonNull("refused");
    }
}
