package dev.inlay.templates.layout;

import dev.inlay.templates.design.Canvas;
import dev.inlay.templates.design.Design;
import dev.inlay.templates.design.LiveUnit;
import dev.inlay.templates.design.Node;
import dev.inlay.templates.design.Padding;
import dev.inlay.templates.design.Place;
import dev.inlay.templates.design.TextDirection;
import dev.inlay.templates.text.Fonts;
import dev.inlay.templates.text.TextStyle;
import dev.inlay.templates.text.Typesetter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Places the nodes of a design. A locale that is read from right to left mirrors the picture. */
public final class Layout {
    private static final Hints FILLING = Hints.of(Place.ANYWHERE, 1);

    private static final TextStyle ANY = new TextStyle("", 16, 400, 0, 1, TextDirection.AUTO);

    private final Fonts fonts;

    public Layout(Fonts fonts) {
        this.fonts = fonts;
    }

    /** The tile of a product without what is live. */
    public Scene tile(Design design, Values values, boolean photo) {
        return scene(design, design.still(), values, photo);
    }

    /** What is live, in the order of the template; what a condition hides, or shows nothing, is left out. */
    public List<LivePart> live(Design design, Values values) {
        Items items = new Items(values, design.canvas().density(), new Typesetter(fonts, values.locale()));
        return design.live().stream().flatMap(unit -> part(unit, canvas(design), items, values).stream()).toList();
    }

    public Scene neutral(Design design, Values values) {
        return scene(design, design.neutral(), values, false);
    }

    /** What of the texts in the tile cannot be shown. */
    public List<String> warnings(Design design, Values values) {
        return new Legibility(values, fonts).warnings(design.nodes());
    }

    /** Whether there is a font for all of {@code text}. */
    public boolean draws(String text, Locale locale) {
        return new Typesetter(fonts, locale).missing(text, ANY).isEmpty();
    }

    private Scene scene(Design design, List<Node> nodes, Values values, boolean photo) {
        Canvas canvas = design.canvas();
        List<Item> items = new Items(values, canvas.density(), new Typesetter(fonts, values.locale())).of(nodes);
        Scene.Builder builder = builder(values, photo);
        new LayersItem(FILLING, Surface.NONE, Padding.NONE, items).place(canvas(design), builder);
        return new Scene(canvas.pixelWidth(), canvas.pixelHeight(), values.colour(canvas.background()),
                builder.placed());
    }

    private static Optional<LivePart> part(LiveUnit unit, Box canvas, Items items, Values values) {
        Scene.Builder builder = builder(values, false);
        Box room = canvas;
        for (Node.Group group : unit.around()) {
            if (!items.shown(group)) {
                return Optional.empty();
            }
            LayersItem layers = items.room(group);
            room = LayersItem.box(layers, room, builder).inside(layers.padding());
        }
        Box within = room;
        return items.of(List.of(unit.node())).stream().findFirst().map(item -> {
            Box box = LayersItem.box(item, within, builder);
            item.place(box, builder);
            return LivePart.of(box, unit.rows(), builder.placed());
        });
    }

    private static Scene.Builder builder(Values values, boolean photo) {
        return new Scene.Builder(Reading.rightToLeft(values.locale()), photo);
    }

    private static Box canvas(Design design) {
        return new Box(0, 0, design.canvas().pixelWidth(), design.canvas().pixelHeight());
    }
}
