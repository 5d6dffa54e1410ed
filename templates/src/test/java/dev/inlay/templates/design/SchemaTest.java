package dev.inlay.templates.design;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlay.templates.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The schema for editors knows what the reader knows. */
class SchemaTest {
    private static final byte[] SVG = "<svg viewBox='0 0 1 1'><rect width='1' height='1'/></svg>"
            .getBytes(StandardCharsets.UTF_8);
    private final JsonNode schema = schema();
    private final JsonNode kinds = schema.path("$defs");

    @Test
    void topAndCanvasHaveTheSameKeys() {
        assertEquals(new TreeSet<>(DesignReader.TOP), keys(schema));
        assertEquals(new TreeSet<>(DesignReader.CANVAS), keys(schema.path("properties").path("canvas")));
    }

    @Test
    void nodesHaveTheSameKindsAndKeys() {
        assertEquals(new TreeSet<>(NodeReader.KINDS.keySet()), keys(kinds.path("node")));
        NodeReader.KINDS.forEach((kind, known) -> assertEquals(new TreeSet<>(known), keys(kinds.path(kind)), kind));
    }

    @Test
    void stylesHaveTheKeysOfAllNodesAndPointToThem() {
        JsonNode keys = kinds.path("style").path("properties");

        assertEquals(NamedStyles.keys(), keys(kinds.path("style")));
        keys.findValues("$ref").forEach(target -> assertTrue(
                schema.at(target.asText().substring(1)).isObject(), target.asText()));
    }

    @Test
    void gradientsHaveTheSameKeysAndLimits() {
        assertEquals(new TreeSet<>(StyleReader.GRADIENT), keys(kinds.path("gradient")));
        kinds.path("gradient").path("properties").properties().forEach(key -> values(key.getValue()).forEach(value -> {
            Map<String, String> keys = new TreeMap<>(Map.of("from", "'#fff'", "to", "'#000'"));
            keys.put(key.getKey(), value.text());
            check("gradient " + value, node("rect", "background", keys.toString().replace("=", ": ")), value.good());
        }));
    }

    @Test
    void canvasHasTheSameLimits() {
        Map<String, String> others = Map.of("width", "16", "height", "16", "density", "1");

        schema.path("properties").path("canvas").path("properties").properties()
                .forEach(key -> values(key.getValue()).forEach(value -> check("canvas " + key.getKey() + ": " + value,
                        canvas(others, key.getKey(), value.text()), value.good())));
    }

    @Test
    void nodesHaveTheSameLimitsAndChoices() {
        for (String kind : NodeReader.KINDS.keySet()) {
            kinds.path(kind).path("properties").properties()
                    .forEach(key -> values(key.getValue()).forEach(value -> check(kind + " " + key.getKey() + ": "
                            + value, node(kind, key.getKey(), value.text()), value.good())));
        }
    }

    /** A value on or beyond a limit, of a choice, or of another type. */
    private record Value(String text, boolean good) { }

    private static List<Value> values(JsonNode key) {
        List<Value> values = new ArrayList<>();
        if (key.has("minimum")) {
            BigDecimal least = key.path("minimum").decimalValue();
            BigDecimal most = key.path("maximum").decimalValue();
            values.add(new Value(least.toPlainString(), true));
            values.add(new Value(most.toPlainString(), true));
            values.add(new Value(least.subtract(BigDecimal.ONE).toPlainString(), false));
            values.add(new Value(most.add(BigDecimal.ONE).toPlainString(), false));
        }
        if ("integer".equals(key.path("type").asText())) {
            values.add(new Value(key.path("minimum").asInt() + ".5", false));
        }
        key.path("enum").forEach(choice -> values.add(new Value(choice.asText(), true)));
        if (key.has("enum") || "boolean".equals(key.path("type").asText())) {
            values.add(new Value("other", false));
        }
        if ("boolean".equals(key.path("type").asText())) {
            values.add(new Value("true", true));
            values.add(new Value("false", true));
        }
        if (key.path("$ref").asText().matches("#/\\$defs/(colour|fill)")) {
            values.add(new Value("\"#a1b2c3\"", true));
            values.add(new Value("blue", false));
        }
        return values;
    }

    private static String canvas(Map<String, String> others, String key, String value) {
        Map<String, String> keys = new TreeMap<>(others);
        keys.put(key, value);
        return "canvas: " + keys.toString().replace("=", ": ") + "\nnodes: []\nneutral: []\n";
    }

    private static String node(String kind, String key, String value) {
        Map<String, String> keys = new TreeMap<>();
        switch (kind) {
            case "text", "badge", "button" -> keys.putAll(Map.of("value", "x", "size", "200"));
            case "image" -> keys.put("file", "a.svg");
            case "group" -> keys.put("nodes", "[]");
            default -> { }
        }
        keys.put(key, value);
        return "canvas: {width: 100, height: 50}\nnodes: [{" + kind + ": " + keys.toString().replace("=", ": ")
                + "}]\nneutral: []\n";
    }

    private static void check(String what, String yaml, boolean good) {
        Map<String, byte[]> files = yaml.contains("a.svg") ? Map.of("a.svg", SVG) : Map.of();
        if (good) {
            assertDoesNotThrow(() -> DesignReader.read("test", yaml, files), what);
        } else {
            assertThrows(TemplateException.class, () -> DesignReader.read("test", yaml, files), what);
        }
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new TreeSet<>();
        object.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static JsonNode schema() {
        try (var in = SchemaTest.class.getResourceAsStream("/templates/schema.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
