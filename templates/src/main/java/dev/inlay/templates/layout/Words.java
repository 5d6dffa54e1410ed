package dev.inlay.templates.layout;

import dev.inlay.templates.design.Align;
import dev.inlay.templates.design.Colour;
import dev.inlay.templates.design.TextDirection;
import dev.inlay.templates.text.TextBlock;
import dev.inlay.templates.text.TextLine;
import dev.inlay.templates.text.TextStyle;
import dev.inlay.templates.text.Typesetter;

/** A text with its look, in picture pixels. */
record Words(String text, TextStyle style, double leastSize, int maxLines, boolean ellipsis, Align align,
        Colour colour, boolean strike, Typesetter typesetter) {
    private static final double STRIKE_THICKNESS = 0.065;

    /** The lines for a box of this size, as large as they may be. */
    TextBlock set(double width, double height) {
        return new FittingSize(this).set(width, height);
    }

    TextBlock atSize(double size, double width, int lines) {
        return typesetter.set(text, style.withSize(size), new Typesetter.Room(width, lines, ellipsis));
    }

    void place(Box box, Scene.Builder scene) {
        TextBlock block = set(box.width(), box.height());
        boolean fromRight = startsAtTheRight(block, scene);
        double top = box.y();
        for (TextLine line : block.lines()) {
            double x = box.x() + before(box.width() - line.width(), fromRight);
            double baseline = Math.rint(top + block.ascent());
            scene.add(new Placed.Line(line, x, baseline, block.size(), colour, thickness(block.size())));
            top += block.lineHeight();
        }
    }

    private double thickness(double size) {
        return strike ? Math.max(1, Math.rint(size * STRIKE_THICKNESS)) : 0;
    }

    /** As the template says; else a Latin name stays at the right of a picture that is read from there. */
    private boolean startsAtTheRight(TextBlock block, Scene.Builder scene) {
        return block.rightToLeft() || style.direction() == TextDirection.AUTO && scene.rightToLeft();
    }

    private double before(double free, boolean fromRight) {
        return switch (align) {
            case CENTER -> free / 2;
            case END -> fromRight ? 0 : free;
            default -> fromRight ? free : 0;
        };
    }
}
