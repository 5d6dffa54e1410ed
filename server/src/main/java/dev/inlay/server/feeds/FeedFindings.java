package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;
import java.util.ArrayList;
import java.util.List;

/** What a run has to say about single rows: all are counted, the first are kept. */
final class FeedFindings {
    private static final int KEPT = 100;
    private static final int MAX_MESSAGE = 500;

    /** One finding; row 0 is the feed as a whole, {@code productNumber} may be {@code null}. */
    record Finding(int row, String productNumber, String message) { }

    private final List<Finding> first = new ArrayList<>();
    private int count;

    void add(int row, String productNumber, String message) {
        count++;
        if (first.size() < KEPT) {
            first.add(new Finding(row, shortened(productNumber), ProductText.cut(message, MAX_MESSAGE)));
        }
    }

    int count() {
        return count;
    }

    List<Finding> first() {
        return List.copyOf(first);
    }

    ArrayNode json() {
        ArrayNode warnings = Json.mapper().createArrayNode();
        for (Finding finding : first) {
            ObjectNode warning = warnings.addObject();
            warning.put("row", finding.row());
            warning.put("productNumber", finding.productNumber());
            warning.put("message", finding.message());
        }
        return warnings;
    }

    private static String shortened(String productNumber) {
        return productNumber == null ? null
                : ProductText.cut(ProductText.plain(productNumber), ProductAttributes.MAX_NUMBER);
    }
}
