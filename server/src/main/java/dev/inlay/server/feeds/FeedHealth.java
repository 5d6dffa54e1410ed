package dev.inlay.server.feeds;

import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.FeedState;
import dev.inlay.db.feed.FeedStore;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** How fresh is what feeds bring to all websites. Reads the store and every catalogue: to be asked seldom. */
public final class FeedHealth {
    private final WebsiteStore websites;
    private final CatalogueStore catalogues;
    private final FeedStore feeds;
    private final InstantSource time;

    /**
     * What all feeds and photos are like together.
     *
     * @param oldest how long ago the feed with an interval that waits longest was last read, or found unchanged, or
     *        stored if it never was; zero if no feed has an interval
     * @param refused how many feeds could not be had, or were refused, when they were tried last
     */
    public record Figures(Duration oldest, int feeds, int refused, int photosPending, int photosFailed) { }

    public FeedHealth(WebsiteStore websites, CatalogueStore catalogues, FeedStore feeds, InstantSource time) {
        this.websites = websites;
        this.catalogues = catalogues;
        this.feeds = feeds;
        this.time = time;
    }

    public Figures figures() {
        List<Website> all = websites.list();
        List<FeedState> states = all.stream().flatMap(website -> feeds.list(website.id()).stream())
                .map(Feed::state).toList();
        List<PhotoCounts> photos = all.stream().map(website -> PhotoCounts.of(catalogues, website.id())).toList();
        Duration oldest = all.stream().flatMap(website -> feeds.oldestScheduled(website.id()).stream())
                .min(Instant::compareTo).map(since -> Duration.between(since, time.instant())).orElse(Duration.ZERO);
        return new Figures(oldest, states.size(), (int) states.stream().filter(state -> state.failures() > 0).count(),
                photos.stream().mapToInt(PhotoCounts::pending).sum(),
                photos.stream().mapToInt(PhotoCounts::failed).sum());
    }
}
