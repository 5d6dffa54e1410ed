package dev.inlay.server.console.products;

import dev.inlay.db.feed.Feed;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.Gate;
import dev.inlay.server.feeds.BackgroundRuns;
import dev.inlay.server.feeds.FeedRuns;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.HttpProblem;

/** Running feeds and deleting them. */
final class FeedActions implements ConsolePart {
    private static final String FILE = "application/octet-stream";

    private final FeedRuns runs;
    private final BackgroundRuns background;
    private final FeedViewer viewer;

    FeedActions(FeedRuns runs, BackgroundRuns background, FeedViewer viewer) {
        this.runs = runs;
        this.background = background;
        this.viewer = viewer;
    }

    @Override
    public void routing(Gate gate) {
        gate.post("/products/feeds/{feedId}/run", this::run)
                .post("/products/feeds/{feedId}/upload", this::upload)
                .get("/products/feeds/{feedId}/delete", this::ask)
                .post("/products/feeds/{feedId}/delete", this::delete);
    }

    private void run(ConsoleCall call) {
        Feed feed = viewer.find(call);
        background.fetch(call.website(), feed, call.form().first("force").isPresent());
        call.redirect("/products/feeds/" + feed.id());
    }

    private void upload(ConsoleCall call) {
        Feed feed = viewer.find(call);
        if (!Body.isOfType(call.request(), FILE)) {
            throw HttpProblem.unsupportedMediaType(FILE);
        }
        background.upload(call.website(), feed, call.request(), call.query().first("force").isPresent());
        call.redirect("/products/feeds/" + feed.id());
    }

    private void ask(ConsoleCall call) {
        FeedView feed = viewer.view(viewer.find(call));
        call.show("products/delete-feed", "Products", "Delete feed?", feed);
    }

    private void delete(ConsoleCall call) {
        Feed feed = viewer.find(call);
        if (viewer.view(feed).isRunning()) {
            throw HttpProblem.conflict("A run of this feed is under way. Please delete it once it has ended.");
        }
        runs.delete(call.website(), feed);
        call.redirect("/products/feeds");
    }
}
