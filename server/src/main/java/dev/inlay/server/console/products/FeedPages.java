package dev.inlay.server.console.products;

import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.ProductFeed;
import dev.inlay.db.catalogue.ProductFeedStore;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.Gate;
import dev.inlay.server.feeds.BackgroundRuns;
import dev.inlay.server.feeds.FeedFormat;
import dev.inlay.server.feeds.FeedRuns;
import java.time.InstantSource;
import java.util.List;

/** The feeds that products come from, what became of their runs, and what can be done with them. */
public final class FeedPages implements ConsolePart {
    private static final String SECTION = "Products";
    private static final int RUNS = 20;

    private final FeedViewer viewer;
    private final CatalogueStore catalogues;
    private final InstantSource time;
    private final FeedForms forms;
    private final FeedActions actions;

    public FeedPages(FeedViewer viewer, ProductFeedStore feeds, FeedRuns runs, BackgroundRuns background,
            CatalogueStore catalogues, InstantSource time) {
        this.viewer = viewer;
        this.catalogues = catalogues;
        this.time = time;
        forms = new FeedForms(feeds, viewer);
        actions = new FeedActions(runs, background, viewer);
    }

    /** All feeds. */
    record ListView(List<FeedView> feeds) {
        boolean isAnyExpected() {
            return feeds.stream().anyMatch(FeedView::isExpected);
        }
    }

    /**
     * One feed.
     *
     * @param runs the latest ones, latest first
     * @param photos of all products of the website
     */
    record View(FeedView feed, List<RunView> runs, PhotoTroubles photos) {
        String format() {
            return feed.feed().format().flatMap(FeedFormat::find).map(FeedFields::label)
                    .orElse("recognised from the file");
        }
    }

    /** One run of a feed. */
    record RunPage(FeedView feed, RunView run) { }

    @Override
    public void routing(Gate gate) {
        gate.get("/products/feeds", this::list);
        forms.routing(gate);
        gate.get("/products/feeds/{feedId}", this::show)
                .get("/products/feeds/{feedId}/runs/{run}", this::showRun);
        actions.routing(gate);
    }

    private void list(ConsoleCall call) {
        call.show("products/feeds", SECTION, "Product feeds", new ListView(viewer.list(call.website())));
    }

    private void show(ConsoleCall call) {
        ProductFeed feed = viewer.find(call);
        FeedView view = viewer.view(feed);
        call.show("products/feed", SECTION, feed.name(), new View(view, viewer.runs(feed, RUNS),
                PhotoTroubles.of(catalogues.catalogue(call.website().id()), time.instant())));
    }

    private void showRun(ConsoleCall call) {
        ProductFeed feed = viewer.find(call);
        RunView run = viewer.run(feed, call.path("run"));
        call.show("products/run", SECTION, "Run " + run.run(), new RunPage(viewer.view(feed), run));
    }
}
