package dev.inlay.server.console.products;

import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.feed.FeedStore;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.FilledForm;
import dev.inlay.server.console.Gate;
import dev.inlay.server.feeds.FeedSettingsParser;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.RawQuery;
import io.helidon.http.Status;
import java.util.List;

/** Adding a feed and changing one. */
final class FeedForms implements ConsolePart {
    private static final String SECTION = "Products";

    private final FeedStore feeds;
    private final FeedViewer viewer;

    FeedForms(FeedStore feeds, FeedViewer viewer) {
        this.feeds = feeds;
        this.viewer = viewer;
    }

    /**
     * The form.
     *
     * @param kind what the feed brings
     * @param isNew whether it adds a feed
     * @param path where it is sent, within the website
     * @param back where one goes without sending it
     */
    record View(FilledForm form, FeedKind kind, boolean isNew, String path, String back) {
        List<FeedFields.Choice> formats() {
            return FeedFields.formats(kind);
        }

        boolean isOrders() {
            return kind == FeedKind.ORDERS;
        }

        List<FeedFields.Choice> intervals() {
            return FeedFields.intervals(form.value("interval"));
        }
    }

    @Override
    public void routing(Gate gate) {
        gate.get("/products/feeds/new", call ->
                        askNew(call, Status.OK_200, kind(call.query()), FeedFields.empty()))
                .post("/products/feeds", this::create)
                .get("/products/feeds/{feedId}/edit", call -> {
                    Feed feed = viewer.find(call);
                    ask(call, Status.OK_200, feed, FeedFields.of(feed.settings()));
                })
                .post("/products/feeds/{feedId}/edit", this::save);
    }

    private void create(ConsoleCall call) {
        FeedKind kind = kind(call.form());
        try {
            Feed feed = feeds.create(call.website().id(), kind,
                    FeedSettingsParser.parse(kind, FeedFields.json(call.form())));
            call.redirect("/products/feeds/" + feed.id());
        } catch (InvalidParameterException e) {
            askNew(call, Status.BAD_REQUEST_400, kind, FeedFields.sent(call.form()).with(e));
        }
    }

    private void save(ConsoleCall call) {
        Feed feed = viewer.find(call);
        try {
            feeds.update(call.website().id(), feed.id(), before ->
                    FeedSettingsParser.change(feed.kind(), before, FeedFields.json(call.form())))
                    .orElseThrow(() -> HttpProblem.notFound("There is no such feed."));
            call.redirect("/products/feeds/" + feed.id());
        } catch (InvalidParameterException e) {
            ask(call, Status.BAD_REQUEST_400, feed, FeedFields.sent(call.form()).with(e));
        }
    }

    private static void askNew(ConsoleCall call, Status status, FeedKind kind, FilledForm form) {
        String title = kind == FeedKind.ORDERS ? "Add an order feed" : "Add a feed";
        call.show(status, "products/feed-form", SECTION, title,
                new View(form, kind, true, "/products/feeds", "/products/feeds"));
    }

    private static void ask(ConsoleCall call, Status status, Feed feed, FilledForm form) {
        String path = "/products/feeds/" + feed.id();
        call.show(status, "products/feed-form", SECTION, "Change a feed",
                new View(form, feed.kind(), false, path + "/edit", path));
    }

    private static FeedKind kind(RawQuery sent) {
        return sent.first("kind").filter("orders"::equals).isPresent() ? FeedKind.ORDERS : FeedKind.PRODUCTS;
    }
}
