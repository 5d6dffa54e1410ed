package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;
import java.util.Optional;

/**
 * What a run did (contract 5.2), or why it did nothing.
 *
 * @param rows what the feed holds
 * @param imported distinct products that now stand
 * @param removed products that left
 * @param showable products in stock with a price, a title, a page and a link to a photo
 */
record ProductReport(int rows, int imported, int removed, int showable, FeedFindings findings,
        Optional<String> refused) implements FeedReport {
    /** A run that found nothing to import; the catalogue stays. */
    static ProductReport refused(ProductImport found, String why) {
        return new ProductReport(found.rows(), 0, 0, 0, found.findings(), Optional.of(why));
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = Json.object().put("rows", rows).put("imported", imported).put("removed", removed)
                .put("showable", showable).put("warningCount", findings.count());
        json.set("warnings", findings.json());
        return json.put("refused", refused.orElse(null));
    }
}
