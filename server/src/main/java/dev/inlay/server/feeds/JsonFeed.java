package dev.inlay.server.feeds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import java.util.function.BiConsumer;

/** A pass over the items of a JSON feed: a list, or an object that holds one. One item at a time is in memory. */
final class JsonFeed {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(StrictXml.MAX_DEPTH).maxStringLength(1024 * 1024).maxNameLength(1_000).maxNumberLength(100)
            .build()).build();

    private JsonFeed() {
    }

    /**
     * Hands all items of {@code feed} to {@code items} with their numbers, and returns how many they are. In an object
     * they are the first list that is called one of {@code names}.
     */
    static int read(FeedFile feed, Set<String> names, BiConsumer<Integer, JsonNode> items) throws IOException {
        try (Reader text = feed.open(); JsonParser parser = FACTORY.createParser(text)) {
            if (!findList(parser, names)) {
                throw new FeedRefusedException("the JSON holds no list 'items'");
            }
            int row = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                JsonNode item = JsonItem.read(parser);
                items.accept(++row, item);
            }
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
            return row;
        } catch (JsonProcessingException e) {
            String message = ProductText.plain(e.getOriginalMessage().split("\\[Source:", 2)[0]);
            throw new FeedRefusedException("the feed is no sound JSON: line "
                    + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()) + ": "
                    + ProductText.cut(message, 200));
        }
    }

    private static boolean findList(JsonParser parser, Set<String> names) throws IOException {
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            return true;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isList = names.contains(parser.currentName());
            if (parser.nextToken() == JsonToken.START_ARRAY && isList) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }
}
