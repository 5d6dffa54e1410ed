package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What a run has to say about single rows: all are counted, those of the first rows are kept. */
final class FeedFindings {
    private static final int KEPT = 100;
    private static final int MAX_MESSAGE = 500;

    /** One finding; row 0 is the feed as a whole, {@code number} (of product or order) may be {@code null}. */
    record Finding(int row, String number, String message) { }

    private record Kept(Finding finding, int place) {
        static final Comparator<Kept> IN_ORDER =
                Comparator.<Kept>comparingInt(kept -> kept.finding.row).thenComparingInt(Kept::place);
    }

    private final String numberName;
    private final PriorityQueue<Kept> lastFirst = new PriorityQueue<>(Kept.IN_ORDER.reversed());
    private int count;

    /** @param numberName what the number of a finding is called in JSON */
    FeedFindings(String numberName) {
        this.numberName = numberName;
    }

    void add(int row, String number, String message) {
        lastFirst.add(new Kept(new Finding(row, shortened(number), ProductText.cut(message, MAX_MESSAGE)), count++));
        if (lastFirst.size() > KEPT) {
            lastFirst.remove();
        }
    }

    int count() {
        return count;
    }

    /** At most 100 findings by row. */
    List<Finding> first() {
        return lastFirst.stream().sorted(Kept.IN_ORDER).map(Kept::finding).toList();
    }

    ArrayNode json() {
        ArrayNode warnings = Json.mapper().createArrayNode();
        for (Finding finding : first()) {
            ObjectNode warning = warnings.addObject();
            warning.put("row", finding.row());
            warning.put(numberName, finding.number());
            warning.put("message", finding.message());
        }
        return warnings;
    }

    private static String shortened(String number) {
        return number == null ? null : ProductText.cut(ProductText.plain(number), ProductAttributes.MAX_NUMBER);
    }
}
