package dev.inlay.templates.design;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks styles that no node takes: some kind of node must understand each. */
final class SpareStyles {
    private final NodeReader nodes;

    SpareStyles(NodeReader nodes) {
        this.nodes = nodes;
    }

    /** Reads {@code style} as a text would, as a photo would, and so on. */
    Yaml.Mapping check(Yaml.Mapping style) {
        Mistakes mistakes = new Mistakes();
        for (Map.Entry<String, List<String>> kind : new TreeMap<>(NodeReader.KINDS).entrySet()) {
            boolean fits = kind.getValue().containsAll(style.keys().keySet()) && !kind.getValue().contains("file");
            if (fits && mistakes.attempt(() -> nodes.node(kind.getKey(), whole(style, kind), 1)).isPresent()) {
                return style;
            }
        }
        mistakes.refuse();
        throw style.spot().error("no kind of node has all the keys of this style", String.join(", ",
                style.keys().keySet()));
    }

    private static Keys whole(Yaml.Mapping style, Map.Entry<String, List<String>> kind) {
        Map<String, Yaml> entries = new LinkedHashMap<>(style.entries());
        entries.put("value", new Yaml.Scalar("", style.spot()));
        entries.put("nodes", new Yaml.Sequence(List.of(), style.spot()));
        return new Keys(new Yaml.Mapping(entries, style.keys(), style.spot()), kind.getKey(), kind.getValue());
    }
}
