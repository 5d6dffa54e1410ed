package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.server.http.Members;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The members of a product that hold several values. */
final class ProductLists {
    private static final int MAX_NUMBERS = 1_000;
    private static final int MAX_ENTRIES = 100;
    private static final int MAX_LISTS = 20;

    /** Reads one member, or takes note of what is wrong with it. */
    @FunctionalInterface
    interface Check {
        <T> Optional<T> read(Supplier<Optional<T>> member);
    }

    private final Members members;
    private final Check check;

    ProductLists(Members members, Check check) {
        this.members = members;
        this.check = check;
    }

    List<String> numbers(String name) {
        return check.read(() -> members.ids(name).map(ids -> {
            limit(name, ids.size(), MAX_NUMBERS);
            return ids.stream().filter(id -> !id.isBlank()).map(id -> bounded(name, id, ProductAttributes.MAX_NUMBER))
                    .distinct().toList();
        })).orElse(List.of());
    }

    /** A list of paths; a path is a list of names, or one string such as {@code A > B}. */
    List<List<String>> hierarchies() {
        return check.read(() -> members.present("hierarchies").map(value -> {
            limit("hierarchies", array("hierarchies", value).size(), MAX_ENTRIES);
            List<List<String>> paths = new ArrayList<>();
            value.forEach(path -> paths.add(path.isTextual() ? ProductText.path(path.textValue())
                    : strings("hierarchies", path)));
            return paths.stream().filter(path -> !path.isEmpty()).distinct().toList();
        })).orElse(List.of());
    }

    /** A list, or one string with commas. */
    List<String> keywords() {
        return check.read(() -> members.present("keywords").map(value -> value.isTextual()
                ? ProductText.parts(value.textValue(), ",") : strings("keywords", value))).orElse(List.of());
    }

    Map<String, String> extraData() {
        return check.read(() -> members.object("extraData").map(data -> {
            limit("extraData", data.node().size(), MAX_ENTRIES);
            Map<String, String> values = new LinkedHashMap<>();
            data.node().properties().forEach(entry -> {
                String text = scalar("extraData." + entry.getKey(), entry.getValue());
                if (!text.isEmpty()) {
                    values.put(name("extraData", entry.getKey()), text);
                }
            });
            return values;
        })).orElse(Map.of());
    }

    Map<String, List<String>> extraDataList() {
        return check.read(() -> members.object("extraDataList").map(data -> {
            limit("extraDataList", data.node().size(), MAX_LISTS);
            Map<String, List<String>> values = new LinkedHashMap<>();
            data.node().properties().forEach(entry -> values.put(name("extraDataList", entry.getKey()),
                    strings("extraDataList." + entry.getKey(), entry.getValue())));
            return values;
        })).orElse(Map.of());
    }

    private List<String> strings(String name, JsonNode value) {
        limit(name, array(name, value).size(), MAX_ENTRIES);
        List<String> strings = new ArrayList<>();
        value.forEach(item -> strings.add(scalar(name, item)));
        return strings.stream().filter(item -> !item.isEmpty()).toList();
    }

    private JsonNode array(String name, JsonNode value) {
        if (!value.isArray()) {
            throw members.wrong(name, "must be a list", value);
        }
        return value;
    }

    private String scalar(String name, JsonNode value) {
        if (value.isContainerNode()) {
            throw members.wrong(name, "must hold strings, numbers or truth values only", value);
        }
        String text = value.isNull() ? "" : value.isBigDecimal() ? value.decimalValue().toPlainString()
                : value.asText();
        return bounded(name, ProductText.plain(text), ProductAttributes.MAX_LINE);
    }

    private String name(String member, String name) {
        return bounded("name in " + member, ProductText.plain(name), ProductAttributes.MAX_NUMBER);
    }

    private String bounded(String name, String text, int limit) {
        if (text.length() > limit) {
            throw members.wrong(name, "must be at most " + limit + " characters", text);
        }
        return text;
    }

    private void limit(String name, int size, int limit) {
        if (size > limit) {
            throw members.wrong(name, "must have at most " + limit + " entries", size);
        }
    }
}
