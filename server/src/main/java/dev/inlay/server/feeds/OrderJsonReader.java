package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Orders as Hello Retail's JSON: a list, or an object with {@code items}. */
final class OrderJsonReader implements OrderReader {
    private static final Set<String> LISTS = Set.of("items", "orders");

    @Override
    public int read(FeedFile feed, OrderRows rows) throws IOException {
        refuseOthers(feed);
        return JsonFeed.read(feed, LISTS, (row, item) -> {
            if (item instanceof ObjectNode object) {
                rows.order(row, order(OrderNames.byName(object)));
            } else {
                rows.warning(row, null, "the item is no object");
            }
        });
    }

    private static void refuseOthers(FeedFile feed) throws IOException {
        AtomicInteger others = new AtomicInteger();
        int count = JsonFeed.read(feed, LISTS, (row, item) -> {
            Set<String> names = item instanceof ObjectNode object ? OrderNames.byName(object).keySet() : Set.of();
            if (OrderNames.areOfProducts(names)) {
                throw OrderReaders.products();
            }
            others.addAndGet(OrderNames.areOfOrders(names) ? 0 : 1);
        });
        if (count > 0 && count == others.get()) {
            throw new FeedRefusedException("this is no order feed: no item has an orderNumber");
        }
    }

    private static ObjectNode order(Map<String, JsonNode> values) {
        ObjectNode order = OrderNames.order(values);
        ArrayNode lines = order.putArray("products");
        OrderNames.lines(values).ifPresent(list -> list.forEach(line -> lines.add(line(line, "productNumber"))));
        if (lines.isEmpty()) {
            values.getOrDefault("productnumbers", lines).forEach(number -> lines.add(line(number, "productNumber")));
        }
        if (lines.isEmpty()) {
            values.getOrDefault("urls", lines).forEach(url -> lines.add(line(url, "url")));
        }
        return order;
    }

    /** A line; one that is no object is the value of {@code member}. */
    private static ObjectNode line(JsonNode line, String member) {
        return line instanceof ObjectNode object ? OrderNames.line(OrderNames.byName(object))
                : Json.object().set(member, line);
    }
}
