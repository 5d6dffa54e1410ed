package dev.inlay.templates.layout;

import dev.inlay.templates.design.Design;
import dev.inlay.templates.design.Fill;
import dev.inlay.templates.design.Frame;
import dev.inlay.templates.design.Ink;
import dev.inlay.templates.design.LiveUnit;
import dev.inlay.templates.design.Node;
import java.awt.image.BufferedImage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The colours that a picture of few colours must hold: those of the template, and what lies between a live text and its
 * ground, which no pixel tells beforehand.
 */
public final class TemplateColours {
    private static final int STEPS = 15;
    private static final int MOST = 96;

    private final Values values;
    private final Set<Integer> colours = new LinkedHashSet<>();

    private TemplateColours(Values values) {
        this.values = values;
    }

    /** {@code picture} is what was drawn of the template, all that is not live. */
    public static int[] of(Design design, Values values, BufferedImage picture) {
        TemplateColours all = new TemplateColours(values);
        int ground = all.over(design.canvas().background(), 0);
        all.colours.add(ground);
        all.add(design.nodes(), ground, false);
        for (LiveUnit unit : design.live()) {
            PlainGrounds.below(unit.rows(), picture).forEach(below -> all.add(List.of(unit.node()), below, true));
        }
        return all.colours.stream().mapToInt(colour -> colour).limit(MOST).toArray();
    }

    private void add(List<Node> nodes, int ground, boolean live) {
        nodes.forEach(node -> add(node, ground, live));
    }

    private void add(Node node, int ground, boolean live) {
        switch (node) {
            case Node.Photo photo -> frame(photo.frame(), ground);
            case Node.Image _ -> { }
            case Node.Text text -> text(text.look().colour(), ground, live);
            case Node.Label label -> text(label.look().colour(), frame(label.frame(), ground), live);
            case Node.Rect rect -> frame(rect.frame(), ground);
            case Node.Line line -> colours.add(over(line.colour(), ground));
            case Node.Group group -> add(group.children(), frame(group.frame(), ground), live);
        }
    }

    /** Adds the colours of a surface; returns what lies on it is drawn over. */
    private int frame(Frame frame, int ground) {
        int own = over(frame.background(), ground);
        colours.add(own);
        colours.add(over(frame.border(), own));
        return own;
    }

    private void text(Ink ink, int ground, boolean live) {
        int colour = over(ink, ground);
        colours.add(colour);
        for (int step = 1; live && step < STEPS; step++) {
            colours.add(mixed(colour, ground, step * 255 / STEPS));
        }
    }

    /** Of a gradient, the colour halfway. */
    private int over(Fill fill, int ground) {
        return switch (fill) {
            case Fill.Plain plain -> over(plain.ink(), ground);
            case Fill.Gradient gradient -> mixed(over(gradient.from(), ground), over(gradient.to(), ground), 128);
        };
    }

    private int over(Ink ink, int ground) {
        int argb = values.colour(ink).argb();
        return mixed(argb & 0xFFFFFF, ground, argb >>> 24);
    }

    private static int mixed(int one, int other, int share) {
        int result = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int sum = (one >> shift & 0xFF) * share + (other >> shift & 0xFF) * (255 - share);
            result |= (sum + 127) / 255 << shift;
        }
        return result;
    }
}
