package dev.inlay.templates.design;

import java.util.List;

/**
 * How a text looks.
 *
 * @param font the name of a family; empty: the default
 * @param weight 300 to 700
 * @param lineHeight in sizes
 * @param letterSpacing in sizes
 */
public record TextLook(Phrase font, Sizes sizes, int weight, Ink colour, double lineHeight, double letterSpacing,
        int maxLines, boolean ellipsis, Align align, boolean strike, TextDirection direction) {
    static final Phrase ANY_FONT = new Phrase(List.of());

    /** The text is as large as fits between these, in css pixels; where both are equal it has that size. */
    public record Sizes(double least, double largest) { }
}
