package dev.inlay.server.console.products;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.feed.FeedRun;
import dev.inlay.server.console.Moment;
import dev.inlay.server.feeds.FeedRuns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A run of a feed as it was recorded.
 *
 * @param figures what it counted, in words
 * @param warningCount how many warnings there were; {@code warnings} are the first 100
 * @param refused why nothing was taken; empty if what it brought stands
 */
public record RunView(int run, Moment at, FeedKind kind, int rows, int imported, List<Figure> figures, int warningCount,
        List<Warning> warnings, Optional<String> refused) {
    record Figure(int number, String words) { }

    /** @param row where it stands, the first row is 1; empty for the feed as a whole; number of product or order */
    record Warning(String row, String number, String message) {
        static Warning of(JsonNode json, String numberName) {
            int row = json.path("row").asInt();
            return new Warning(row == 0 ? "" : String.valueOf(row), json.path(numberName).asText(""),
                    json.path("message").asText());
        }
    }

    static RunView of(FeedKind kind, FeedRun run, Instant now) {
        JsonNode report = FeedRuns.report(run);
        String numberName = kind == FeedKind.ORDERS ? "orderNumber" : "productNumber";
        return new RunView(run.run(), new Moment(run.at(), now), kind, report.path("rows").asInt(),
                report.path("imported").asInt(), figures(kind, report), report.path("warningCount").asInt(),
                StreamSupport.stream(report.path("warnings").spliterator(), false)
                        .map(warning -> Warning.of(warning, numberName)).toList(),
                Optional.ofNullable(report.path("refused").textValue()));
    }

    private static List<Figure> figures(FeedKind kind, JsonNode report) {
        return switch (kind) {
            case PRODUCTS -> List.of(
                    figure(report, "rows", "rows in the feed"),
                    figure(report, "imported", "products imported"),
                    figure(report, "showable", "can be shown, once their photos are here"),
                    figure(report, "removed", "products removed"));
            case ORDERS -> List.of(
                    figure(report, "rows", "rows in the feed"),
                    figure(report, "imported", "orders in it"),
                    figure(report, "added", "new"),
                    figure(report, "changed", "changed"),
                    figure(report, "unmatchedProducts", "bought products not in the catalogue"));
        };
    }

    private static Figure figure(JsonNode report, String member, String words) {
        return new Figure(report.path(member).asInt(), words);
    }
}
