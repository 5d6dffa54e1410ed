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
 * @param live what of {@code nodes} is drawn when a mail is opened
 */
public record Design(Canvas canvas, Map<String, Variable> variables, List<Node> nodes, List<Node> neutral,
        List<LiveUnit> live) {
    public Design {
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
        nodes = List.copyOf(nodes);
        neutral = List.copyOf(neutral);
        live = List.copyOf(live);
    }

    /** The nodes without what is live. */
    public List<Node> still() {
        return still(nodes);
    }

    /** The rows that differ from open to open, from above to below. */
    public List<Rows> liveRows() {
        return Rows.merged(live.stream().map(LiveUnit::rows).toList());
    }

    /** The names on which what is live depends, those of the product included. */
    public Set<String> namesOfLive() {
        Set<String> names = new TreeSet<>();
        for (LiveUnit unit : live) {
            Names.add(List.of(unit.node()), names);
            unit.around().forEach(group -> Names.add(List.of(group.with(List.of())), names));
        }
        return Collections.unmodifiableSet(names);
    }

    /** The live names among them. */
    public Set<String> liveNames() {
        Set<String> names = new TreeSet<>(namesOfLive());
        names.retainAll(LiveNames.ALL);
        return Collections.unmodifiableSet(names);
    }

    /** The names on which the tile of a product depends. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        Names.addInk(canvas.background(), names);
        Names.add(nodes, names);
        return Collections.unmodifiableSet(names);
    }

    private List<Node> still(List<Node> all) {
        return all.stream().filter(node -> live.stream().noneMatch(unit -> unit.node() == node))
                .map(node -> node instanceof Node.Group group && group.direction() == Node.Direction.LAYERS
                        ? group.with(still(group.children())) : node)
                .toList();
    }
}
