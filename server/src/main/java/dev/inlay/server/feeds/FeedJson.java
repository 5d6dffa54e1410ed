package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.catalogue.FeedRun;
import dev.inlay.db.catalogue.FeedState;
import dev.inlay.db.catalogue.ProductFeed;
import dev.inlay.server.http.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Product feeds and their runs as the API speaks of them, besides contract 5.2. */
final class FeedJson {
    private static final List<String> SUMMARY = List.of("refused", "rows", "imported");
    private static final List<String> LISTED =
            List.of("refused", "rows", "imported", "removed", "showable", "warningCount");

    private FeedJson() {
    }

    /** {@code feed} with what it has come to at {@code now}; {@code last} is its latest run. */
    static ObjectNode feed(ProductFeed feed, Optional<FeedRun> last, Instant now) {
        FeedState state = feed.state();
        ObjectNode json = Json.object().put("id", feed.id());
        json.setAll(FeedSettingsParser.write(feed.settings()));
        json.put("state", state(state, last, now)).put("failures", state.failures())
                .put("nextRun", state.nextRun().map(Instant::toString).orElse(null))
                .put("lastChecked", state.lastChecked().map(Instant::toString).orElse(null));
        return json.set("lastRun", last.map(run -> run(run, SUMMARY)).orElse(null));
    }

    /** {@code run} in a list: all but its warnings. */
    static ObjectNode listed(FeedRun run) {
        return run(run, LISTED);
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
