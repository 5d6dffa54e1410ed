package dev.inlay.templates.design;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the nodes of a template; counts them and their depth over the whole template. */
final class NodeReader {
    private static final int MOST_NODES = 200;
    private static final int DEEPEST = 16;
    private static final PhotoLook.Fit[] IMAGE_FITS = {PhotoLook.Fit.CONTAIN, PhotoLook.Fit.COVER};
    private static final Align[] JUSTIFY = {Align.START, Align.CENTER, Align.END};
    private static final Align[] ACROSS = {Align.START, Align.CENTER, Align.END, Align.STRETCH, Align.BASELINE};

    /** The kinds of nodes and the keys that each has. */
    static final Map<String, List<String>> KINDS = Map.of(
            "photo", keys(StyleReader.PLACE, StyleReader.FRAME, List.of("padding", "fit", "focus", "trim", "opacity",
                    "placeholder")),
            "image", keys(StyleReader.PLACE, List.of("file", "fit", "opacity")),
            "text", keys(StyleReader.PLACE, StyleReader.LOOK),
            "badge", keys(StyleReader.PLACE, StyleReader.FRAME, StyleReader.LOOK, List.of("padding")),
            "button", keys(StyleReader.PLACE, StyleReader.FRAME, StyleReader.LOOK, List.of("padding")),
            "rect", keys(StyleReader.PLACE, StyleReader.FRAME),
            "line", keys(StyleReader.PLACE, List.of("colour", "thickness")),
            "group", keys(StyleReader.PLACE, StyleReader.FRAME,
                    List.of("direction", "gap", "padding", "justify", "items", "nodes")));

    private final StyleReader styles;
    private final NamedStyles named;
    private final ImageFiles images;
    private final Mistakes mistakes;
    private final Map<Node, Spot> spots = new IdentityHashMap<>();
    private int count;

    NodeReader(StyleReader styles, NamedStyles named, ImageFiles images, Mistakes mistakes) {
        this.styles = styles;
        this.named = named;
        this.images = images;
        this.mistakes = mistakes;
    }

    /** Where each node that was read stands. */
    Map<Node, Spot> spots() {
        return spots;
    }

    List<Node> nodes(Yaml yaml, int depth) {
        List<Node> nodes = new ArrayList<>();
        for (Yaml item : yaml.sequence("nodes")) {
            if (count <= MOST_NODES) {
                mistakes.attempt(() -> node(item, depth)).ifPresent(nodes::add);
            }
        }
        return nodes;
    }

    private Node node(Yaml yaml, int depth) {
        if (++count > MOST_NODES) {
            throw yaml.spot().error("a template has at most " + MOST_NODES + " nodes");
        }
        if (depth > DEEPEST) {
            throw yaml.spot().error("nodes are nested at most " + DEEPEST + " deep");
        }
        Map<String, Yaml> entries = yaml.mapping("a node").entries();
        if (entries.size() != 1) {
            throw yaml.spot().error("a node has one kind", String.join(", ", entries.keySet()));
        }
        String kind = entries.keySet().iterator().next();
        if (!KINDS.containsKey(kind)) {
            throw yaml.spot().unknown("kind of node", kind, KINDS.keySet());
        }
        Yaml.Mapping keys = named.applied(kind, entries.get(kind).mapping(kind), KINDS.get(kind));
        Node node = node(kind, new Keys(keys, kind, KINDS.get(kind)), depth);
        spots.put(node, yaml.spot());
        return node;
    }

    Node node(String kind, Keys keys, int depth) {
        Place place = styles.place(keys);
        return switch (kind) {
            case "photo" -> photo(keys, place);
            case "image" -> new Node.Image(place, images.picture(keys.required("file")),
                    keys.choice("fit", IMAGE_FITS, PhotoLook.Fit.CONTAIN) == PhotoLook.Fit.COVER,
                    keys.number("opacity", 0, 1, 1));
            case "text" -> new Node.Text(place, styles.phrase(keys, "value"),
                    styles.look(keys, 15, 400, Align.START, 1));
            case "badge" -> label(keys, place, 13, 700, new Padding(4, 8, 4, 8), 4);
            case "button" -> label(keys, place, 14, 600, new Padding(10, 18, 10, 18), 6);
            case "rect" -> new Node.Rect(place, styles.frame(keys, 0));
            case "line" -> new Node.Line(place, styles.ink(keys, "colour", new Ink.Fixed(new Colour(0xFFDDDDDD))),
                    keys.number("thickness", 0.5, 100, 1));
            default -> group(keys, place, depth);
        };
    }

    private Node photo(Keys keys, Place place) {
        return new Node.Photo(place, styles.frame(keys, 0), styles.padding(keys, Padding.NONE),
                styles.photoLook(keys), styles.ink(keys, "placeholder", new Ink.Fixed(new Colour(0xFFD5D2CC))));
    }

    private Node label(Keys keys, Place place, double size, int weight, Padding padding, double radius) {
        return new Node.Label(place, styles.phrase(keys, "value"), styles.look(keys, size, weight, Align.CENTER, 1),
                styles.frame(keys, radius), styles.padding(keys, padding));
    }

    private Node group(Keys keys, Place place, int depth) {
        List<Node> children = nodes(keys.required("nodes"), depth + 1);
        return new Node.Group(place, keys.choice("direction", Node.Direction.values(), Node.Direction.COLUMN),
                keys.number("gap", 0, 1000, 0), styles.padding(keys, Padding.NONE),
                keys.choice("justify", JUSTIFY, Align.START), keys.choice("items", ACROSS, Align.STRETCH),
                styles.frame(keys, 0), children);
    }

    @SafeVarargs
    private static List<String> keys(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }
}
