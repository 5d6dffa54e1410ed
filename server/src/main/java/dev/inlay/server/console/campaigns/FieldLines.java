package dev.inlay.server.console.campaigns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.inlay.server.http.Json;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list in a text field, one entry a line. Blanks around an entry do not count; an entry that a line cannot hold as
 * it is stands there as JSON, so that every list comes back as it was.
 */
final class FieldLines {
    private FieldLines() {
    }

    static String of(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(FieldLines::line).collect(Collectors.joining("\n"));
    }

    static ArrayNode parse(String field) {
        ArrayNode list = Json.mapper().createArrayNode();
        lines(field).map(FieldLines::entry).forEach(list::add);
        return list;
    }

    /** The lines of {@code field} that hold something. */
    static Stream<String> lines(String field) {
        return Arrays.stream(field.split("\r\n?|\n")).map(String::strip).filter(line -> !line.isEmpty());
    }

    /** {@code text} as a line, as it is where that is possible. */
    static String line(JsonNode entry) {
        String text = entry.asText();
        boolean fits = entry.isTextual() && text.equals(text.strip()) && !text.matches("(?s)(\".*|\\[.*|.*[\r\n].*)");
        return fits ? text : entry.toString();
    }

    private static JsonNode entry(String line) {
        if (line.startsWith("\"") || line.startsWith("[")) {
            try {
                JsonNode json = Json.mapper().readTree(line);
                return json.isTextual() || isPath(json) ? json : TextNode.valueOf(line);
            } catch (JsonProcessingException e) {
                return TextNode.valueOf(line);
            }
        }
        return TextNode.valueOf(line);
    }

    private static boolean isPath(JsonNode json) {
        return json.isArray() && StreamSupport.stream(json.spliterator(), false).allMatch(JsonNode::isTextual);
    }
}
