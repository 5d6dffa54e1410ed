package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** One row of a feed in Google's terms; attributes without a value are not there. */
record GoogleRow(int number, Map<String, List<String>> values, ProductRows rows) {
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream().filter(value -> !value.isBlank()).toList();
    }

    void copy(String name, ObjectNode node, String as, UnaryOperator<String> cleaned) {
        first(name).map(cleaned).filter(value -> !value.isEmpty()).ifPresent(value -> node.put(as, value));
    }

    void forEachBut(Set<String> names, BiConsumer<String, List<String>> action) {
        values.forEach((name, texts) -> {
            if (!names.contains(name)) {
                action.accept(name, texts);
            }
        });
    }

    void warn(String message) {
        rows.warning(number, first("id").map(String::strip).orElse(null), message);
    }
}
