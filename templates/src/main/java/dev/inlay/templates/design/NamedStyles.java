package dev.inlay.templates.design;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The styles of a template: sets of keys by name, which nodes take as if the keys were their own. */
final class NamedStyles {
    /** What belongs to one node alone. */
    static final List<String> NEVER = List.of("value", "file", "nodes", "when", "style");
    static final NamedStyles NONE = new NamedStyles(Map.of());
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{0,39}");
    private final Map<String, Yaml.Mapping> styles;
    private final Set<String> taken = new HashSet<>();

    private NamedStyles(Map<String, Yaml.Mapping> styles) {
        this.styles = styles;
    }

    static NamedStyles read(Yaml yaml, Mistakes mistakes) {
        Yaml.Mapping mapping = yaml.mapping("styles");
        Map<String, Yaml.Mapping> styles = new LinkedHashMap<>();
        mapping.entries().forEach((name, style) -> mistakes
                .attempt(() -> style(name, mapping.keys().get(name), style))
                .ifPresent(read -> styles.put(name, read)));
        return new NamedStyles(styles);
    }

    /** All keys that a style may have: those of any kind of node. */
    static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        NodeReader.KINDS.values().forEach(keys::addAll);
        NEVER.forEach(keys::remove);
        return keys;
    }

    private static Yaml.Mapping style(String name, Spot spot, Yaml yaml) {
        if (!NAME.matcher(name).matches()) {
            throw spot.error("a style has a short name of letters, digits and hyphens", name);
        }
        Yaml.Mapping style = yaml.mapping("style '" + name + "'");
        style.keys().forEach((key, at) -> {
            if (NEVER.contains(key)) {
                throw at.error("a style must not have '" + key + "', which belongs to a node");
            }
            if (!keys().contains(key)) {
                throw at.unknownKey(key, "a style", keys());
            }
        });
        return style;
    }

    /** The styles that no node has taken. */
    List<Yaml.Mapping> spare() {
        return styles.entrySet().stream().filter(style -> !taken.contains(style.getKey())).map(Map.Entry::getValue)
                .toList();
    }

    /** {@code node} with the keys of the style it names; its own keys win. */
    Yaml.Mapping applied(String kind, Yaml.Mapping node, List<String> known) {
        Yaml wanted = node.entries().get("style");
        if (wanted == null) {
            return node;
        }
        String name = wanted.text("style");
        if (!styles.containsKey(name)) {
            throw wanted.spot().unknown("style", name, styles.keySet());
        }
        taken.add(name);
        Yaml.Mapping style = styles.get(name);
        style.keys().forEach((key, spot) -> {
            if (!known.contains(key)) {
                throw spot.error("the style '" + name + "' has the key '" + key + "', which the " + kind
                        + " in line " + wanted.spot().line() + " does not have");
            }
        });
        return merged(style, node);
    }

    private static Yaml.Mapping merged(Yaml.Mapping style, Yaml.Mapping node) {
        Map<String, Yaml> entries = new LinkedHashMap<>(style.entries());
        Map<String, Spot> keys = new LinkedHashMap<>(style.keys());
        entries.putAll(node.entries());
        keys.putAll(node.keys());
        return new Yaml.Mapping(entries, keys, node.spot());
    }
}
