package dev.inlay.templates.layout;

import dev.inlay.templates.design.Canvas;
import dev.inlay.templates.design.Colour;
import dev.inlay.templates.design.Design;
import dev.inlay.templates.design.Node;
import dev.inlay.templates.design.Padding;
import dev.inlay.templates.design.Place;
import dev.inlay.templates.text.Fonts;
import dev.inlay.templates.text.Typesetter;
import java.util.List;
import java.util.Set;

/** Places the nodes of a design. A locale that is read from right to left mirrors the picture. */
public final class Layout {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "he", "iw", "fa", "ur", "yi", "ji", "ps", "ckb");
    private static final Hints FILLING = Hints.of(Place.ANYWHERE, 1);

    private final Fonts fonts;

    public Layout(Fonts fonts) {
        this.fonts = fonts;
    }

    public Scene tile(Design design, Values values, boolean photo) {
        return scene(design, design.nodes(), values, photo);
    }

    public Scene neutral(Design design, Values values) {
        return scene(design, design.neutral(), values, false);
    }

    /** What of the texts in the tile cannot be shown. */
    public List<String> warnings(Design design, Values values) {
        return new Legibility(values, fonts).warnings(design.nodes());
    }

    private Scene scene(Design design, List<Node> nodes, Values values, boolean photo) {
        Canvas canvas = design.canvas();
        int width = canvas.width() * canvas.density();
        int height = canvas.height() * canvas.density();
        List<Item> items = new Items(values, canvas.density(), new Typesetter(fonts, values.locale())).of(nodes);
        Scene.Builder builder = new Scene.Builder(RIGHT_TO_LEFT.contains(values.locale().getLanguage()), photo);
        new LayersItem(FILLING, new Surface(Colour.NONE, Colour.NONE, 0, 0), Padding.NONE, items)
                .place(new Box(0, 0, width, height), builder);
        return new Scene(width, height, values.colour(canvas.background()), builder.placed());
    }
}
