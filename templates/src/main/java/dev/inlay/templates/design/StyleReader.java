package dev.inlay.templates.design;

import java.util.List;

/** Reads what nodes have in common: place, surface, padding and the look of text. */
final class StyleReader {
    static final List<String> PLACE =
            List.of("style", "when", "left", "top", "right", "bottom", "width", "height", "grow", "align");
    static final List<String> GRADIENT = List.of("from", "to", "angle");
    static final List<String> FRAME = List.of("background", "border", "borderWidth", "radius");
    static final List<String> LOOK = List.of("value", "font", "size", "fit", "weight", "colour",
            "lineHeight", "letterSpacing", "maxLines", "ellipsis", "textAlign", "strike", "direction");
    private static final Align[] SIDES = {Align.START, Align.CENTER, Align.END};
    private static final double FARTHEST = 4000;

    private final Vocabulary vocabulary;

    StyleReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Place place(Keys keys) {
        return new Place(keys.find("when").map(vocabulary::condition).orElse(Condition.ALWAYS),
                keys.number("left", -FARTHEST, FARTHEST), keys.number("top", -FARTHEST, FARTHEST),
                keys.number("right", -FARTHEST, FARTHEST), keys.number("bottom", -FARTHEST, FARTHEST),
                keys.number("width", 0, FARTHEST), keys.number("height", 0, FARTHEST),
                keys.number("grow", 0, 100, 0), keys.choice("align", Align.values(), Align.AUTO));
    }

    PhotoLook photoLook(Keys keys) {
        return new PhotoLook(keys.choice("fit", PhotoLook.Fit.values(), PhotoLook.Fit.AUTO),
                keys.find("focus").map(StyleReader::focus), keys.flag("trim", false), keys.number("opacity", 0, 1, 1));
    }

    private static PhotoLook.Focus focus(Yaml yaml) {
        List<Yaml> shares = yaml.sequence("focus");
        if (shares.size() != 2) {
            throw yaml.spot().error("focus must be two numbers, the shares of width and height", "" + shares.size());
        }
        return new PhotoLook.Focus(Keys.number(shares.getFirst(), "focus", 0, 1),
                Keys.number(shares.getLast(), "focus", 0, 1));
    }

    Frame frame(Keys keys, double radius) {
        return new Frame(keys.find("background").map(this::fill).orElse(Fill.NONE), ink(keys, "border", Ink.NONE),
                keys.number("borderWidth", 0, 50, 1), keys.number("radius", 0, 1000, radius));
    }

    private Fill fill(Yaml yaml) {
        if (!(yaml instanceof Yaml.Mapping)) {
            return new Fill.Plain(vocabulary.ink(yaml, "background"));
        }
        Keys keys = new Keys(yaml, "background", GRADIENT);
        return new Fill.Gradient(vocabulary.ink(keys.required("from"), "from"),
                vocabulary.ink(keys.required("to"), "to"), keys.number("angle", 0, 360, 90));
    }

    Ink ink(Keys keys, String key, Ink fallback) {
        return keys.find(key).map(yaml -> vocabulary.ink(yaml, key)).orElse(fallback);
    }

    Phrase phrase(Keys keys, String key) {
        return vocabulary.phrase(keys.required(key), key);
    }

    TextLook look(Keys keys, double normalSize, int normalWeight, Align normalAlign, int normalLines) {
        return new TextLook(keys.find("font").map(vocabulary::font).orElse(TextLook.ANY_FONT),
                sizes(keys, normalSize), keys.whole("weight", 300, 700, normalWeight),
                ink(keys, "colour", new Ink.Fixed(new Colour(0xFF1C1B1A))),
                keys.number("lineHeight", 0.8, 3, 1.3), keys.number("letterSpacing", -0.2, 1, 0),
                keys.whole("maxLines", 1, 50, normalLines), keys.flag("ellipsis", true),
                keys.choice("textAlign", SIDES, normalAlign), keys.flag("strike", false),
                keys.choice("direction", TextDirection.values(), TextDirection.AUTO));
    }

    /** What {@code fit} says, else {@code size}, down to the {@code minSize} of former templates. */
    private static TextLook.Sizes sizes(Keys keys, double normalSize) {
        return keys.find("fit").map(StyleReader::fit).orElseGet(() -> {
            double size = keys.number("size", 4, 200, normalSize);
            return new TextLook.Sizes(keys.number("minSize", 4, size, size), size);
        });
    }

    private static TextLook.Sizes fit(Yaml yaml) {
        List<Yaml> limits = yaml.sequence("fit");
        if (limits.size() != 2) {
            throw yaml.spot().error("fit must be two numbers, the least and the largest size", "" + limits.size());
        }
        double least = Keys.number(limits.getFirst(), "fit", 4, 200);
        return new TextLook.Sizes(least, Keys.number(limits.getLast(), "fit", least, 200));
    }

    /** One number for all sides, two for vertical and horizontal, four clockwise from the top. */
    Padding padding(Keys keys, Padding fallback) {
        return keys.find("padding").map(StyleReader::padding).orElse(fallback);
    }

    private static Padding padding(Yaml yaml) {
        List<Yaml> items = yaml instanceof Yaml.Sequence sequence ? sequence.items() : List.of(yaml);
        double[] sides = items.stream().mapToDouble(item -> Keys.number(item, "padding", 0, FARTHEST)).toArray();
        return switch (sides.length) {
            case 1 -> new Padding(sides[0], sides[0], sides[0], sides[0]);
            case 2 -> new Padding(sides[0], sides[1], sides[0], sides[1]);
            case 4 -> new Padding(sides[0], sides[1], sides[2], sides[3]);
            default -> throw yaml.spot().error("padding must have 1, 2 or 4 numbers", "" + sides.length);
        };
    }
}
