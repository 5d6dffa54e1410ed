package dev.inlay.server.console.products;

import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.feed.FeedState;
import dev.inlay.db.feed.FeedStore;
import dev.inlay.db.website.Website;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.feeds.BackgroundRuns;
import dev.inlay.server.http.HttpProblem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Finds the feeds of a website and tells how they are. */
public final class FeedViewer {
    private final FeedStore feeds;
    private final BackgroundRuns background;
    private final CatalogueStore catalogues;
    private final InstantSource time;

    public FeedViewer(FeedStore feeds, BackgroundRuns background, CatalogueStore catalogues,
            InstantSource time) {
        this.feeds = feeds;
        this.background = background;
        this.catalogues = catalogues;
        this.time = time;
    }

    /** The feeds of {@code website} that bring {@code kind}, oldest first. */
    public List<FeedView> list(Website website, FeedKind kind) {
        return feeds.list(website.id(), kind).stream().map(this::view).toList();
    }

    FeedView view(Feed feed) {
        Instant now = time.instant();
        return new FeedView(feed, background.isUnderWay(feed) || feed.state().isRunning(now),
                runs(feed, 1).stream().findFirst(), standing(feed), now);
    }

    /** The latest runs of {@code feed}, latest first. */
    List<RunView> runs(Feed feed, int limit) {
        Instant now = time.instant();
        return feeds.runs(feed.websiteId(), feed.id(), 0, limit).stream()
                .map(run -> RunView.of(feed.kind(), run, now)).toList();
    }

    RunView run(Feed feed, String number) {
        if (!number.matches("[0-9]{1,9}")) {
            throw noSuchRun();
        }
        return feeds.findRun(feed.websiteId(), feed.id(), Integer.parseInt(number))
                .map(run -> RunView.of(feed.kind(), run, time.instant())).orElseThrow(FeedViewer::noSuchRun);
    }

    /** The feed that the path of {@code call} names; 404 if its website has none such. */
    Feed find(ConsoleCall call) {
        return feeds.find(call.website().id(), call.path("feedId"))
                .orElseThrow(() -> HttpProblem.notFound("There is no such feed."));
    }

    private int standing(Feed feed) {
        return switch (feed.kind()) {
            case PRODUCTS -> catalogues.count(feed.websiteId(), feed.id());
            case ORDERS -> feed.state().lastGood().map(FeedState.GoodRun::count).orElse(0);
        };
    }

    private static HttpProblem noSuchRun() {
        return HttpProblem.notFound("This run is not remembered.");
    }
}
