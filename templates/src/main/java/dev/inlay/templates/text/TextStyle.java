package dev.inlay.templates.text;

import dev.inlay.templates.design.TextDirection;

/**
 * How text is set.
 *
 * @param font the family that is asked first; one that is not there, or the empty name: the default
 * @param size in picture pixels
 * @param weight 300 to 700
 * @param letterSpacing in sizes
 * @param lineHeight in sizes
 */
public record TextStyle(String font, double size, int weight, double letterSpacing, double lineHeight,
        TextDirection direction) {
    public TextStyle withSize(double other) {
        return new TextStyle(font, other, weight, letterSpacing, lineHeight, direction);
    }
}
