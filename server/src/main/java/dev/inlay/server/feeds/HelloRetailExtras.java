package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What a shop adds in its own words: single values and lists of them are kept, deeper structures are not. */
final class HelloRetailExtras {
    private static final int MAX_VALUES = 100;
    private static final int MAX_LISTS = 20;
    private static final Set<String> FOLDERS = Set.of("extraData", "extraDataList", "attributes");

    private HelloRetailExtras() {
    }

    /** Sorts what is left of {@code item} into {@code extraData} and {@code extraDataList} of {@code node}. */
    static void copy(ObjectNode item, ObjectNode node) {
        ObjectNode single = node.putObject("extraData");
        ObjectNode lists = node.putObject("extraDataList");
        item.properties().forEach(entry -> {
            if (FOLDERS.contains(entry.getKey()) && entry.getValue() instanceof ObjectNode folder) {
                folder.properties().forEach(inner -> add(inner.getKey(), inner.getValue(), single, lists));
            } else {
                add(entry.getKey(), entry.getValue(), single, lists);
            }
        });
    }

    private static void add(String name, JsonNode value, ObjectNode single, ObjectNode lists) {
        if (name.isBlank() || name.length() > ProductAttributes.MAX_NUMBER) {
            return;
        }
        if (value.isArray() && lists.size() < MAX_LISTS) {
            List<JsonNode> values = StreamSupport.stream(value.spliterator(), false).filter(HelloRetailExtras::isUsable)
                    .limit(MAX_VALUES).toList();
            lists.putArray(name).addAll(values);
        } else if (isUsable(value) && single.size() < MAX_VALUES) {
            single.set(name, value);
        }
    }

    private static boolean isUsable(JsonNode value) {
        return value.isValueNode() && !value.isNull() && value.asText().length() <= ProductAttributes.MAX_LINE;
    }
}
