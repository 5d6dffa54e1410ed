package dev.inlay.templates.text;

import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;

/** One line, ready to draw. */
public final class TextLine {
    private final TextLayout layout;

    TextLine(TextLayout layout) {
        this.layout = layout;
    }

    /** From the left end to the right end of what is seen. */
    public double width() {
        return layout.getAdvance();
    }

    /**
     * The letters as a shape, the left end of the line at {@code x}. Shapes, not glyph pictures: they stand on
     * fractions of a pixel and look the same on every machine.
     */
    public Shape outline(double x, double baseline) {
        return layout.getOutline(AffineTransform.getTranslateInstance(x, baseline));
    }
}
