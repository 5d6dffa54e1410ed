package dev.inlay.server.console.campaigns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.inlay.server.console.FilledForm;
import dev.inlay.server.http.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A filter as fields of a form, called as its members behind {@code prefix} ({@code filter.}). */
record FilterFields(String prefix) {
    private static final List<String> LISTS = List.of("brands", "categories", "productNumbers");
    private static final List<String> NUMBERS = List.of("priceMin", "priceMax", "minDiscountPercent");
    private static final String ATTRIBUTES = "attributes";

    List<String> names() {
        return Stream.of(LISTS, NUMBERS, List.of(ATTRIBUTES)).flatMap(List::stream).map(prefix::concat).toList();
    }

    Map<String, String> values(JsonNode filter) {
        Map<String, String> values = new HashMap<>();
        LISTS.forEach(name -> values.put(prefix + name, FieldLines.of(filter.path(name))));
        NUMBERS.stream().filter(filter::has)
                .forEach(name -> values.put(prefix + name, filter.get(name).decimalValue().toPlainString()));
        values.put(prefix + ATTRIBUTES, attributes(filter.path(ATTRIBUTES)));
        return values;
    }

    ObjectNode json(FilledForm form) {
        ObjectNode filter = Json.object();
        LISTS.stream().filter(name -> !form.value(prefix + name).isBlank())
                .forEach(name -> filter.set(name, FieldLines.parse(form.value(prefix + name))));
        NUMBERS.stream().filter(name -> !form.value(prefix + name).isBlank())
                .forEach(name -> filter.put(name, form.value(prefix + name).strip()));
        ObjectNode attributes = Json.object();
        FieldLines.lines(form.value(prefix + ATTRIBUTES)).forEach(line -> addAttribute(attributes, line));
        if (!attributes.isEmpty()) {
            filter.set(ATTRIBUTES, attributes);
        }
        return filter;
    }

    /** {@code season = winter}: a line for each value. */
    private static String attributes(JsonNode attributes) {
        StringBuilder lines = new StringBuilder();
        attributes.properties().forEach(attribute -> {
            String name = attribute.getKey().contains("=") ? TextNode.valueOf(attribute.getKey()).toString()
                    : FieldLines.line(TextNode.valueOf(attribute.getKey()));
            attribute.getValue().forEach(value ->
                    lines.append(name).append(" = ").append(FieldLines.line(value)).append('\n'));
            if (attribute.getValue().isEmpty()) {
                lines.append(name).append(" =\n");
            }
        });
        return lines.toString();
    }

    private static void addAttribute(ObjectNode attributes, String line) {
        int equals = line.indexOf('=', line.startsWith("\"") ? Math.max(0, line.indexOf("\" =")) : 0);
        String name = FieldLines.parse(equals < 0 ? line : line.substring(0, equals)).path(0).asText();
        var values = attributes.withArrayProperty(name);
        FieldLines.parse(equals < 0 ? "" : line.substring(equals + 1)).forEach(values::add);
    }
}
