package dev.inlay.templates.text;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.GraphicAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * A bitmap that stands among letters, in picture pixels: {@code left} of it lies nothing, it reaches {@code top} above
 * the baseline, and the next letter starts at {@code advance}.
 */
record Emoji(BufferedImage image, double left, double top, double advance) {
    static final Emoji NONE = new Emoji(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB), 0, 0, 0);

    /** The room it takes in a line; it has no outline, for it is drawn apart. */
    GraphicAttribute room() {
        return new GraphicAttribute(GraphicAttribute.ROMAN_BASELINE) {
            @Override
            public float getAscent() {
                return (float) top;
            }

            @Override
            public float getDescent() {
                return (float) Math.max(0, image.getHeight() - top);
            }

            @Override
            public float getAdvance() {
                return (float) advance;
            }

            @Override
            public Rectangle2D getBounds() {
                return new Rectangle2D.Float(0, -getAscent(), getAdvance(), getAscent() + getDescent());
            }

            @Override
            public Shape getOutline(AffineTransform transform) {
                return new Path2D.Float();
            }

            @Override
            public void draw(Graphics2D graphics, float x, float y) {
                // the outline of a line is filled, never drawn
            }
        };
    }

    /** Whether {@code cluster} is meant to be seen in colour. */
    static boolean isMeant(String cluster) {
        int first = cluster.codePointAt(0);
        if (cluster.indexOf('\uFE0E') >= 0) {
            return false;
        }
        return Character.isEmojiPresentation(first) || cluster.indexOf('\uFE0F') >= 0
                || cluster.indexOf('\u200D') >= 0 && Character.isExtendedPictographic(first)
                || cluster.codePoints().skip(1).anyMatch(Character::isEmojiModifier);
    }
}
