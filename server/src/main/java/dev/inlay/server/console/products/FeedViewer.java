package dev.inlay.server.console.products;

import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.ProductFeed;
import dev.inlay.db.catalogue.ProductFeedStore;
import dev.inlay.db.website.Website;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.feeds.BackgroundRuns;
import dev.inlay.server.http.HttpProblem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Finds the feeds of a website and tells how they are. */
public final class FeedViewer {
    private final ProductFeedStore feeds;
    private final BackgroundRuns background;
    private final CatalogueStore catalogues;
    private final InstantSource time;

    public FeedViewer(ProductFeedStore feeds, BackgroundRuns background, CatalogueStore catalogues,
            InstantSource time) {
        this.feeds = feeds;
        this.background = background;
        this.catalogues = catalogues;
        this.time = time;
    }

    /** The feeds of {@code website}, oldest first. */
    public List<FeedView> list(Website website) {
        return feeds.list(website.id()).stream().map(this::view).toList();
    }

    FeedView view(ProductFeed feed) {
        Instant now = time.instant();
        return new FeedView(feed, background.isUnderWay(feed) || feed.state().isRunning(now),
                runs(feed, 1).stream().findFirst(), catalogues.count(feed.websiteId(), feed.id()), now);
    }

    /** The latest runs of {@code feed}, latest first. */
    List<RunView> runs(ProductFeed feed, int limit) {
        Instant now = time.instant();
        return feeds.runs(feed.websiteId(), feed.id(), 0, limit).stream().map(run -> RunView.of(run, now)).toList();
    }

    RunView run(ProductFeed feed, String number) {
        if (!number.matches("[0-9]{1,9}")) {
            throw noSuchRun();
        }
        return feeds.findRun(feed.websiteId(), feed.id(), Integer.parseInt(number))
                .map(run -> RunView.of(run, time.instant())).orElseThrow(FeedViewer::noSuchRun);
    }

    /** The feed that the path of {@code call} names; 404 if its website has none such. */
    ProductFeed find(ConsoleCall call) {
        return feeds.find(call.website().id(), call.path("feedId"))
                .orElseThrow(() -> HttpProblem.notFound("There is no such feed."));
    }

    private static HttpProblem noSuchRun() {
        return HttpProblem.notFound("This run is not remembered.");
    }
}
