package dev.inlay.server.console.products;

import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.feed.FeedStore;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.Gate;
import dev.inlay.server.feeds.BackgroundRuns;
import dev.inlay.server.feeds.FeedRuns;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The feeds that products and orders come from, what became of their runs, and what can be done with them. */
public final class FeedPages implements ConsolePart {
    private static final String SECTION = "Products";
    private static final int RUNS = 20;

    private final FeedViewer viewer;
    private final CatalogueStore catalogues;
    private final InstantSource time;
    private final FeedForms forms;
    private final FeedActions actions;

    public FeedPages(FeedViewer viewer, FeedStore feeds, FeedRuns runs, BackgroundRuns background,
            CatalogueStore catalogues, InstantSource time) {
        this.viewer = viewer;
        this.catalogues = catalogues;
        this.time = time;
        forms = new FeedForms(feeds, viewer);
        actions = new FeedActions(runs, background, viewer);
    }

    /** All feeds. */
    record ListView(List<FeedView> products, List<FeedView> orders) {
        boolean isAnyExpected() {
            return Stream.concat(products.stream(), orders.stream()).anyMatch(FeedView::isExpected);
        }
    }

    /**
     * One feed.
     *
     * @param runs the latest ones, latest first
     * @param photos of all products of the website; none where it brings orders
     */
    record View(FeedView feed, List<RunView> runs, PhotoTroubles photos) {
        String format() {
            return feed.feed().format().map(format -> FeedFields.label(feed.feed().kind(), format))
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
        call.show("products/feeds", SECTION, "Feeds", new ListView(
                viewer.list(call.website(), FeedKind.PRODUCTS), viewer.list(call.website(), FeedKind.ORDERS)));
    }

    private void show(ConsoleCall call) {
        Feed feed = viewer.find(call);
        FeedView view = viewer.view(feed);
        call.show("products/feed", SECTION, feed.name(), new View(view, viewer.runs(feed, RUNS),
                view.isOrders() ? PhotoTroubles.NONE
                        : PhotoTroubles.of(catalogues.catalogue(call.website().id()), time.instant())));
    }

    private void showRun(ConsoleCall call) {
        Feed feed = viewer.find(call);
        RunView run = viewer.run(feed, call.path("run"));
        call.show("products/run", SECTION, "Run " + run.run(), new RunPage(viewer.view(feed), run));
    }
}
