package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Orders as XML, in elements {@code order}: as Hello Retail's extensions for Shopware and Magento write them, and in
 * the older shape whose lines are product numbers alone.
 */
final class OrderXmlReader implements OrderReader {
    private static final String ITEM = "order";

    @Override
    public int read(FeedFile feed, OrderRows rows) throws IOException {
        XmlFeed.read(feed, ITEM, FeedWarnings.NONE, (row, item) -> { });
        return XmlFeed.read(feed, ITEM, rows, (row, item) -> rows.order(row, order(item))).count();
    }

    private static ObjectNode order(XmlElement item) {
        ObjectNode order = OrderNames.order(values(item));
        ArrayNode lines = order.putArray("products");
        item.children().stream().filter(child -> OrderNames.isList(OrderNames.canonical(child.name())))
                .flatMap(list -> list.children().stream()).forEach(line -> lines.add(line(line)));
        return order;
    }

    /** A line; in the older shape it has no members but is one. */
    private static ObjectNode line(XmlElement line) {
        return OrderNames.line(line.isLeaf()
                ? Map.of(OrderNames.canonical(line.name()), text(line)) : values(line));
    }

    private static Map<String, JsonNode> values(XmlElement element) {
        Map<String, JsonNode> values = new HashMap<>();
        element.children().stream().filter(XmlElement::isLeaf)
                .forEach(child -> values.putIfAbsent(OrderNames.canonical(child.name()), text(child)));
        return values;
    }

    private static JsonNode text(XmlElement leaf) {
        return TextNode.valueOf(leaf.text().strip());
    }
}
