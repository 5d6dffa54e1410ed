package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.website.Website;
import java.io.IOException;
import java.util.Set;

/** Hello Retail JSON: an object with {@code items}, or a list. */
record HelloRetailJsonReader(Website website) implements ProductFeedReader {
    private static final Set<String> LISTS = Set.of("items", "products");

    @Override
    public void read(FeedFile feed, ProductRows rows) throws IOException {
        HelloRetailAttributes attributes = new HelloRetailAttributes(website, rows);
        JsonFeed.read(feed, LISTS, (row, item) -> item(row, item, attributes, rows));
    }

    private static void item(int row, JsonNode item, HelloRetailAttributes attributes, ProductRows rows) {
        if (item.has("orderNumber") && !item.has("productNumber")) {
            throw new FeedRefusedException("this is an order feed, not a product feed");
        }
        if (item instanceof ObjectNode object) {
            attributes.row(row, object);
        } else {
            rows.warning(row, null, "the item is no object");
        }
    }
}
