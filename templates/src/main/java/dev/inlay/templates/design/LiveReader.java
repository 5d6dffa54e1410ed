package dev.inlay.templates.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds what is live among the nodes of a template, and the rows it paints: they must follow from the template. */
final class LiveReader {
    private final Canvas canvas;
    private final Map<Node, Spot> spots;
    private final List<LiveUnit> units = new ArrayList<>();

    private LiveReader(Canvas canvas, Map<Node, Spot> spots) {
        this.canvas = canvas;
        this.spots = spots;
    }

    /** {@code spots} tells where each node stands. */
    static List<LiveUnit> units(Canvas canvas, List<Node> nodes, Map<Node, Spot> spots) {
        LiveReader reader = new LiveReader(canvas, spots);
        reader.search(nodes, List.of(), new Span(0, canvas.pixelHeight()));
        return List.copyOf(reader.units);
    }

    /** Nothing of {@code nodes} may be live: it is the picture for nobody. */
    static void refuse(List<Node> nodes, Map<Node, Spot> spots) {
        nodes.stream().filter(LiveNames::in).findFirst().ifPresent(node -> {
            throw spots.get(innermost(node)).error("nothing in 'neutral' can be live: nobody is known there");
        });
    }

    private void search(List<Node> nodes, List<Node.Group> around, Span room) {
        for (Node node : nodes) {
            if (LiveNames.in(node)) {
                Span span = span(node, room);
                if (node instanceof Node.Group group && isOpen(group)) {
                    search(group.children(), Stream.concat(around.stream(), Stream.of(group)).toList(),
                            span.inside(group.padding().times(canvas.density())));
                } else {
                    units.add(new LiveUnit(around, withoutPhoto(node), rows(node, span)));
                }
            }
        }
    }

    /** Layers that are not live themselves: each live node in them is drawn alone. */
    private static boolean isOpen(Node.Group group) {
        return group.direction() == Node.Direction.LAYERS && !LiveNames.ofItself(group);
    }

    private Span span(Node node, Span room) {
        if (!Span.isKnown(node.place())) {
            throw spots.get(node).error("the rows of what is live must be known beforehand: add "
                    + missing(node.place()) + " here, in layers");
        }
        return room.of(node.place(), canvas.density());
    }

    private static String missing(Place place) {
        if (place.height().isPresent()) {
            return "'top' or 'bottom'";
        }
        return place.top().isPresent() || place.bottom().isPresent() ? "'height'" : "'top' and 'height'";
    }

    private Rows rows(Node node, Span span) {
        int from = (int) Math.max(0, Math.rint(span.from()));
        int to = (int) Math.min(canvas.pixelHeight(), Math.rint(span.from() + span.length()));
        if (to <= from) {
            throw spots.get(node).error("what is live must lie within the picture");
        }
        return new Rows(from, to);
    }

    private Node withoutPhoto(Node node) {
        if (node instanceof Node.Photo) {
            throw spots.get(node).error("a photo cannot be live, nor stand in a group that is: it is coded beforehand");
        }
        if (node instanceof Node.Group group) {
            group.children().forEach(this::withoutPhoto);
        }
        return node;
    }

    private static Node innermost(Node node) {
        return node instanceof Node.Group group
                ? group.children().stream().filter(LiveNames::in).findFirst().map(LiveReader::innermost).orElse(node)
                : node;
    }
}
