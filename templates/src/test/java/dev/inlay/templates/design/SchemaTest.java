package dev.inlay.templates.design;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The schema for editors knows what the reader knows. */
class SchemaTest {
    private final JsonNode schema = schema();

    @Test
    void topAndCanvasHaveTheSameKeys() {
        assertEquals(new TreeSet<>(DesignReader.TOP), keys(schema));
        assertEquals(new TreeSet<>(DesignReader.CANVAS), keys(schema.path("properties").path("canvas")));
    }

    @Test
    void nodesHaveTheSameKindsAndKeys() {
        JsonNode kinds = schema.path("$defs");

        assertEquals(new TreeSet<>(NodeReader.KINDS.keySet()), keys(kinds.path("node")));
        NodeReader.KINDS.forEach((kind, known) -> assertEquals(new TreeSet<>(known), keys(kinds.path(kind)), kind));
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new TreeSet<>();
        object.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static JsonNode schema() {
        try (var in = SchemaTest.class.getResourceAsStream("/templates/schema.json")) {
            return new ObjectMapper().readTree(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
