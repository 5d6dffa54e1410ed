package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.feed.FeedRun;
import dev.inlay.db.feed.FeedState;
import dev.inlay.server.http.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Feeds and their runs as the API speaks of them, besides contract 5.2 and 5.3. */
final class FeedJson {
    private static final List<String> SUMMARY = List.of("refused", "rows", "imported");
    private static final List<String> OF_PRODUCTS =
            List.of("refused", "rows", "imported", "removed", "showable", "warningCount");
    private static final List<String> OF_ORDERS = List.of("refused", "rows", "imported", "added", "changed",
            "unchanged", "unmatchedProducts", "warningCount");

    private FeedJson() {
    }

    /** {@code feed} with what it has come to at {@code now}; {@code last} is its latest run. */
    static ObjectNode feed(Feed feed, Optional<FeedRun> last, Instant now) {
        FeedState state = feed.state();
        ObjectNode json = Json.object().put("id", feed.id());
        json.setAll(FeedSettingsParser.write(feed.settings()));
        json.put("state", state(state, last, now)).put("failures", state.failures())
                .put("nextRun", state.nextRun().map(Instant::toString).orElse(null))
                .put("lastChecked", state.lastChecked().map(Instant::toString).orElse(null));
        return json.set("lastRun", last.map(run -> run(run, SUMMARY)).orElse(null));
    }

    /** {@code run} in a list: all but its warnings. */
    static ObjectNode listed(FeedKind kind, FeedRun run) {
        return run(run, kind == FeedKind.PRODUCTS ? OF_PRODUCTS : OF_ORDERS);
    }

    private static ObjectNode run(FeedRun run, List<String> members) {
        ObjectNode report = FeedRuns.report(run);
        ObjectNode json = Json.object().put("run", run.run()).put("at", run.at().toString());
        members.forEach(name -> json.set(name, report.get(name)));
        return json;
    }

    private static String state(FeedState state, Optional<FeedRun> last, Instant now) {
        if (state.isRunning(now)) {
            return "running";
        }
        if (state.failures() > 0) {
            return "failing";
        }
        return last.isEmpty() ? "new" : "ok";
    }
}
