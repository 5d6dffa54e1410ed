package dev.inlay.server.console.products;

import dev.inlay.db.catalogue.ProductFeed;
import dev.inlay.db.catalogue.ProductFeedStore;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.FilledForm;
import dev.inlay.server.console.Gate;
import dev.inlay.server.feeds.FeedSettingsParser;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.InvalidParameterException;
import io.helidon.http.Status;
import java.util.List;

/** Adding a feed and changing one. */
final class FeedForms implements ConsolePart {
    private static final String SECTION = "Products";

    private final ProductFeedStore feeds;
    private final FeedViewer viewer;

    FeedForms(ProductFeedStore feeds, FeedViewer viewer) {
        this.feeds = feeds;
        this.viewer = viewer;
    }

    /**
     * The form.
     *
     * @param isNew whether it adds a feed
     * @param path where it is sent, within the website
     * @param back where one goes without sending it
     */
    record View(FilledForm form, boolean isNew, String path, String back) {
        List<FeedFields.Choice> formats() {
            return FeedFields.formats();
        }

        List<FeedFields.Choice> intervals() {
            return FeedFields.intervals(form.value("interval"));
        }
    }

    @Override
    public void routing(Gate gate) {
        gate.get("/products/feeds/new", call -> askNew(call, Status.OK_200, FeedFields.empty()))
                .post("/products/feeds", this::create)
                .get("/products/feeds/{feedId}/edit", call -> {
                    ProductFeed feed = viewer.find(call);
                    ask(call, Status.OK_200, feed, FeedFields.of(feed.settings()));
                })
                .post("/products/feeds/{feedId}/edit", this::save);
    }

    private void create(ConsoleCall call) {
        try {
            ProductFeed feed = feeds.create(call.website().id(),
                    FeedSettingsParser.parse(FeedFields.json(call.form())));
            call.redirect("/products/feeds/" + feed.id());
        } catch (InvalidParameterException e) {
            askNew(call, Status.BAD_REQUEST_400, FeedFields.sent(call.form()).with(e));
        }
    }

    private void save(ConsoleCall call) {
        ProductFeed feed = viewer.find(call);
        try {
            feeds.update(call.website().id(), feed.id(), before ->
                    FeedSettingsParser.change(before, FeedFields.json(call.form())))
                    .orElseThrow(() -> HttpProblem.notFound("There is no such feed."));
            call.redirect("/products/feeds/" + feed.id());
        } catch (InvalidParameterException e) {
            ask(call, Status.BAD_REQUEST_400, feed, FeedFields.sent(call.form()).with(e));
        }
    }

    private static void askNew(ConsoleCall call, Status status, FilledForm form) {
        call.show(status, "products/feed-form", SECTION, "Add a feed",
                new View(form, true, "/products/feeds", "/products/feeds"));
    }

    private static void ask(ConsoleCall call, Status status, ProductFeed feed, FilledForm form) {
        String path = "/products/feeds/" + feed.id();
        call.show(status, "products/feed-form", SECTION, "Change a feed", new View(form, false, path + "/edit", path));
    }
}
