package dev.inlay.templates.layout;

import dev.inlay.templates.design.Colour;
import dev.inlay.templates.design.Frame;
import dev.inlay.templates.design.Node;
import dev.inlay.templates.design.Padding;
import dev.inlay.templates.design.Phrase;
import dev.inlay.templates.design.TextLook;
import dev.inlay.templates.text.TextStyle;
import dev.inlay.templates.text.Typesetter;
import java.util.List;
import java.util.Optional;

/** Fills nodes with values. What a condition hides, and text that shows nothing, leaves no gap. */
final class Items {
    private final Values values;
    private final double density;
    private final Typesetter typesetter;

    Items(Values values, double density, Typesetter typesetter) {
        this.values = values;
        this.density = density;
        this.typesetter = typesetter;
    }

    boolean shown(Node.Group group) {
        return values.holds(group.place().when());
    }

    List<Item> of(List<Node> nodes) {
        return nodes.stream().map(this::item).flatMap(Optional::stream).toList();
    }

    private Optional<Item> item(Node node) {
        if (!values.holds(node.place().when())) {
            return Optional.empty();
        }
        Hints hints = Hints.of(node.place(), density);
        return switch (node) {
            case Node.Photo photo -> Optional.of(photo(photo, hints));
            case Node.Image image -> Optional.of(new ImageItem(hints, image.picture(), density, image.covering(),
                    image.opacity()));
            case Node.Text text -> words(text.value(), text.look()).map(words -> new TextItem(hints, words));
            case Node.Label label -> words(label.value(), label.look()).map(words -> new LabelItem(hints, words,
                    surface(label.frame()), padding(label.padding())));
            case Node.Rect rect -> Optional.of(new ShapeItem(hints, surface(rect.frame()), 0));
            case Node.Line line -> Optional.of(line(line, hints));
            case Node.Group group -> Optional.of(group(group, hints));
        };
    }

    private Item photo(Node.Photo photo, Hints hints) {
        return new PhotoItem(hints, surface(photo.frame()), padding(photo.padding()), photo.look(),
                values.colour(photo.placeholder()), density);
    }

    private Item line(Node.Line line, Hints hints) {
        Surface surface = new Surface(values.colour(line.colour()), Colour.NONE, 0, 0);
        return new ShapeItem(hints, surface, Math.max(1, line.thickness() * density));
    }

    private Item group(Node.Group group, Hints hints) {
        Surface surface = surface(group.frame());
        Padding padding = padding(group.padding());
        double gap = group.gap() * density;
        List<Item> children = of(group.children());
        return switch (group.direction()) {
            case ROW -> new RowItem(hints, surface, padding, gap, group.justify(), group.align(), children);
            case COLUMN -> new ColumnItem(hints, surface, padding, gap, group.justify(), group.align(), children);
            case LAYERS -> new LayersItem(hints, surface, padding, children);
        };
    }

    /** Layers as a room for others: nothing of theirs is drawn. */
    LayersItem room(Node.Group group) {
        return new LayersItem(Hints.of(group.place(), density), Surface.NONE, padding(group.padding()), List.of());
    }

    /** In pixels; left and right change sides where reading begins on the right. */
    private Padding padding(Padding declared) {
        Padding pixels = declared.times(density);
        return Reading.rightToLeft(values.locale()) ? pixels.mirrored() : pixels;
    }

    private Surface surface(Frame frame) {
        return new Surface(values.ground(frame.background()), values.colour(frame.border()),
                Math.max(1, frame.borderWidth() * density), frame.radius() * density);
    }

    private Optional<Words> words(Phrase phrase, TextLook look) {
        String text = values.text(phrase);
        TextStyle style = new TextStyle(values.text(look.font()), look.sizes().largest() * density, look.weight(),
                look.letterSpacing(), look.lineHeight(), look.direction());
        return typesetter.shows(text, style)
                ? Optional.of(new Words(text, style, look.sizes().least() * density, look.maxLines(), look.ellipsis(),
                        look.align(), values.colour(look.colour()), look.strike(), typesetter))
                : Optional.empty();
    }
}
