package dev.inlay.templates.text;

import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;

/** One line, ready to draw. */
public final class TextLine {
    private final TextLayout layout;
    private final List<Picture> pictures;

    /** A bitmap among the letters, its upper left corner as seen from the left end of the baseline. */
    public record Picture(BufferedImage image, double x, double y) {
        static Picture of(Emoji emoji, TextLayout layout, int index) {
            double start = layout.getLogicalHighlightShape(index, index + 1).getBounds2D().getX();
            return new Picture(emoji.image(), start + emoji.left(), -emoji.top());
        }
    }

    TextLine(TextLayout layout, List<Picture> pictures) {
        this.layout = layout;
        this.pictures = List.copyOf(pictures);
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

    /** What stands in the line and is no letter. */
    public List<Picture> pictures() {
        return pictures;
    }
}
