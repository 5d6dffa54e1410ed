package dev.inlay.server.feeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The attributes of an item of Google's XML: its direct children. Nested elements such as {@code shipping}, which has a
 * price of its own, belong to nobody. Google's namespace comes before that of RSS or Atom; children of a foreign
 * namespace and attributes of the item itself only fill what is open.
 */
final class GoogleXmlItem {
    private static final Set<String> MARKED_UP = Set.of("title", "description");
    private static final int MAX_NAMES = 1_000;

    private final Map<String, String> names = new HashMap<>();

    /** The values of {@code item} by canonical name. */
    Map<String, List<String>> values(XmlElement item) {
        Map<String, List<String>> google = new LinkedHashMap<>();
        Map<String, List<String>> own = new LinkedHashMap<>();
        Map<String, List<String>> foreign = new LinkedHashMap<>();
        for (XmlElement child : item.children()) {
            String field = name(child.name());
            String value = value(child, field);
            if (!value.isBlank()) {
                Map<String, List<String>> values = child.space().contains("base.google.com") ? google
                        : child.space().isEmpty() || child.space().equals(item.space()) ? own : foreign;
                values.computeIfAbsent(field, name -> new ArrayList<>()).add(value);
            }
        }
        item.attributes().forEach((name, value) -> foreign.putIfAbsent(name(name), List.of(value)));
        own.forEach(google::putIfAbsent);
        foreign.forEach(google::putIfAbsent);
        return google;
    }

    private static String value(XmlElement child, String field) {
        if (!child.isLeaf() && !MARKED_UP.contains(AttributeName.meant(field))) {
            return "";
        }
        return child.text().isBlank() ? attribute(child, field) : child.text();
    }

    /** Atom keeps links and categories in attributes; of the links only the page itself counts. */
    private static String attribute(XmlElement child, String field) {
        return switch (field) {
            case "link" -> child.attributes().getOrDefault("rel", "alternate").equalsIgnoreCase("alternate")
                    ? child.attributes().getOrDefault("href", "") : "";
            case "category" -> child.attributes().getOrDefault("term", "");
            default -> "";
        };
    }

    private String name(String written) {
        return names.size() < MAX_NAMES ? names.computeIfAbsent(written, AttributeName::canonical)
                : AttributeName.canonical(written);
    }
}
