package dev.inlay.server.console.products;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.catalogue.FeedRun;
import dev.inlay.server.console.Moment;
import dev.inlay.server.feeds.FeedRuns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A run of a feed as it was recorded.
 *
 * @param warningCount how many warnings there were; {@code warnings} are the first 100
 * @param refused why nothing was taken; empty if the products stand
 */
public record RunView(int run, Moment at, int rows, int imported, int removed, int showable, int warningCount,
        List<Warning> warnings, Optional<String> refused) {
    /** @param row where it stands, the first product is in row 1; empty for the feed as a whole */
    record Warning(String row, String productNumber, String message) {
        static Warning of(JsonNode json) {
            int row = json.path("row").asInt();
            return new Warning(row == 0 ? "" : String.valueOf(row), json.path("productNumber").asText(""),
                    json.path("message").asText());
        }
    }

    static RunView of(FeedRun run, Instant now) {
        JsonNode report = FeedRuns.report(run);
        return new RunView(run.run(), new Moment(run.at(), now), report.path("rows").asInt(),
                report.path("imported").asInt(), report.path("removed").asInt(), report.path("showable").asInt(),
                report.path("warningCount").asInt(),
                StreamSupport.stream(report.path("warnings").spliterator(), false).map(Warning::of).toList(),
                Optional.ofNullable(report.path("refused").textValue()));
    }
}
