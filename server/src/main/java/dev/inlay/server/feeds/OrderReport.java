package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.activity.OrderStore.Taken;
import dev.inlay.server.http.Json;
import java.util.Optional;

/**
 * What a run of an order feed did (contract 5.3), or why it did nothing.
 *
 * @param rows what the feed holds: orders, or lines of a table
 * @param imported distinct orders that now stand
 * @param unmatchedProducts distinct products of theirs that the catalogue does not know, or knows several of
 */
record OrderReport(int rows, int imported, Taken taken, int unmatchedProducts, FeedFindings findings,
        Optional<String> refused) implements FeedReport {
    /** A run that took nothing over. */
    static OrderReport refused(FeedFindings findings, String why) {
        return new OrderReport(0, 0, Taken.NOTHING, 0, findings, Optional.of(Addresses.masked(why)));
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = Json.object().put("rows", rows).put("imported", imported).put("added", taken.added())
                .put("changed", taken.changed()).put("unchanged", taken.unchanged())
                .put("unmatchedProducts", unmatchedProducts).put("warningCount", findings.count());
        json.set("warnings", findings.json());
        return json.put("refused", refused.orElse(null));
    }
}
