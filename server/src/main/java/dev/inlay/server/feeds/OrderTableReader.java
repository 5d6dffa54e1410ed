package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Orders as delimited text, a row for each line. The rows of an order may stand anywhere; what they say of the order as
 * a whole, such as its total, they repeat.
 */
final class OrderTableReader implements OrderReader {
    /** Where a cell that is there but empty is a number that is missing. */
    private static final Set<String> NUMBERS = Set.of("quantity", "lineTotal", "price");

    @Override
    public int read(FeedFile feed, OrderRows rows) throws IOException {
        Map<String, String> columns = columns(DelimitedTable.header(feed));
        AtomicInteger count = new AtomicInteger();
        try (OrderSorting orders = OrderSorting.begin(feed)) {
            DelimitedTable.read(feed, row -> {
                count.incrementAndGet();
                row.warnAboutWidth(rows);
                orders.add(row.number(), values(row, columns));
            });
            orders.handTo(rows);
        }
        return count.get();
    }

    /** Where in a table with the columns {@code header} the members of an order and a line stand. */
    private static Map<String, String> columns(List<String> header) {
        List<String> names = header.stream().map(OrderNames::canonical).toList();
        Map<String, String> columns = new LinkedHashMap<>();
        OrderNames.columns(names).forEach((member, name) -> {
            if (Collections.frequency(names, name) > 1) {
                throw new FeedRefusedException("column '" + name + "' stands twice in the header");
            }
            columns.put(member, header.get(names.indexOf(name)));
        });
        return columns;
    }

    private static ObjectNode values(DelimitedRow row, Map<String, String> columns) {
        ObjectNode values = Json.object();
        columns.forEach((member, column) -> row.first(column).ifPresentOrElse(
                value -> values.put(member, ProductText.cut(value, OrderParser.MAX_TEXT)),
                () -> {
                    if (NUMBERS.contains(member)) {
                        values.put(member, "");
                    }
                }));
        return values;
    }
}
