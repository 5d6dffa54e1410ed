package dev.inlay.templates.design;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A template as it was read.
 *
 * @param nodes the tile of a product
 * @param neutral the picture without a product
 */
public record Design(Canvas canvas, Map<String, Variable> variables, List<Node> nodes, List<Node> neutral) {
    public Design {
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
        nodes = List.copyOf(nodes);
        neutral = List.copyOf(neutral);
    }

    /** The names on which the tile of a product depends. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        Names.addInk(canvas.background(), names);
        Names.add(nodes, names);
        return Collections.unmodifiableSet(names);
    }
}
