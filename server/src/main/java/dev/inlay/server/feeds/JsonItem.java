package dev.inlay.server.feeds;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;

/** One item of a JSON feed as a tree of bounded size. */
final class JsonItem {
    private static final int MAX_NODES = 10_000;
    private static final int MAX_SCALE = 100;
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final JsonParser parser;
    private int nodes;

    private JsonItem(JsonParser parser) {
        this.parser = parser;
    }

    /** The value that {@code parser} stands on; the parser then stands on its end. */
    static JsonNode read(JsonParser parser) throws IOException {
        return new JsonItem(parser).value();
    }

    private JsonNode value() throws IOException {
        if (++nodes > MAX_NODES) {
            throw new FeedRefusedException("line " + parser.currentLocation().getLineNr() + ": an item has more than "
                    + MAX_NODES + " values");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.textNode(ProductText.cut(parser.getText(), StrictXml.MAX_TEXT));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(new BigDecimal(parser.getText()));
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case null, default -> NODES.nullNode();
        };
    }

    private ObjectNode object() throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            object.set(name, value());
        }
        return object;
    }

    private ArrayNode array() throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            array.add(value());
        }
        return array;
    }

    /** A number beyond all reason stays text: written out it could fill the memory. */
    private JsonNode number(BigDecimal number) throws IOException {
        return Math.abs(number.scale()) > MAX_SCALE ? NODES.textNode(parser.getText()) : NODES.numberNode(number);
    }
}
