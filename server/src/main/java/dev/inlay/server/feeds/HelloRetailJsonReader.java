package dev.inlay.server.feeds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.website.Website;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;

/** Hello Retail JSON: an object with {@code items}, or a list. One item at a time is in memory. */
record HelloRetailJsonReader(Website website) implements ProductFeedReader {
    private static final Set<String> LISTS = Set.of("items", "products");
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(StrictXml.MAX_DEPTH).maxStringLength(1024 * 1024).maxNameLength(1_000).maxNumberLength(100)
            .build()).build();

    @Override
    public void read(FeedFile feed, FeedRows rows) throws IOException {
        try (Reader text = feed.open(); JsonParser parser = FACTORY.createParser(text)) {
            if (!findList(parser)) {
                throw new FeedRefusedException("the JSON holds no list 'items'");
            }
            items(parser, rows);
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
        } catch (JsonProcessingException e) {
            throw new FeedRefusedException("the feed is no sound JSON: line "
                    + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()) + ": "
                    + ProductText.cut(ProductText.plain(e.getOriginalMessage().split("\\[Source:", 2)[0].strip()), 200));
        }
    }

    private static boolean findList(JsonParser parser) throws IOException {
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            return true;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isList = LISTS.contains(parser.currentName());
            if (parser.nextToken() == JsonToken.START_ARRAY && isList) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private void items(JsonParser parser, FeedRows rows) throws IOException {
        HelloRetailAttributes attributes = new HelloRetailAttributes(website, rows);
        int row = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode item = JsonItem.read(parser);
            row++;
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
}
