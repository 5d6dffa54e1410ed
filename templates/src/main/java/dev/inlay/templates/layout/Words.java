package dev.inlay.templates.layout;

import dev.inlay.templates.design.Align;
import dev.inlay.templates.design.Colour;
import dev.inlay.templates.text.TextBlock;
import dev.inlay.templates.text.TextLine;
import dev.inlay.templates.text.TextStyle;
import dev.inlay.templates.text.Typesetter;
import java.util.Locale;

/** A text with its look, in picture pixels. */
record Words(String text, TextStyle style, double minSize, double lineHeight, int maxLines, boolean ellipsis,
        Align align, Colour colour, boolean strike, Locale locale, Typesetter typesetter) {
    private static final double STRIKE_THICKNESS = 0.065;

    /** The lines for {@code width}: one that is too long becomes smaller first, down to the least size. */
    Setting set(double width) {
        TextStyle fitting = style;
        if (minSize < style.size()) {
            double natural = block(style, Double.MAX_VALUE, false).width();
            double size = Math.floor(style.size() * width / natural * 2) / 2;
            fitting = style.withSize(Math.clamp(size, minSize, style.size()));
        }
        return new Setting(block(fitting, width, ellipsis), fitting.size());
    }

    private TextBlock block(TextStyle fitting, double width, boolean cut) {
        return typesetter.set(text, fitting, lineHeight, locale, new Typesetter.Room(width, maxLines, cut));
    }

    /** Lines at the size that was found for them. */
    record Setting(TextBlock block, double size) { }

    void place(Box box, Scene.Builder scene) {
        Setting setting = set(box.width());
        double top = box.y();
        for (TextLine line : setting.block().lines()) {
            double baseline = Math.rint(top + setting.block().ascent());
            scene.add(new Placed.Line(line, x(line, box, scene), baseline, setting.size(), colour, thickness(setting)));
            top += setting.block().lineHeight();
        }
    }

    private double thickness(Setting setting) {
        return strike ? Math.max(1, Math.rint(setting.size() * STRIKE_THICKNESS)) : 0;
    }

    private double x(TextLine line, Box box, Scene.Builder scene) {
        double free = box.width() - line.width();
        return box.x() + switch (align) {
            case CENTER -> free / 2;
            case END -> scene.rightToLeft() ? 0 : free;
            default -> scene.rightToLeft() ? free : 0;
        };
    }
}
