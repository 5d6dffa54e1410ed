package dev.inlay.templates.design;

/**
 * How a text looks.
 *
 * @param size in css pixels
 * @param minSize how small the size may become for one line to fit; equal to {@code size}: it stays
 * @param weight 300 to 700
 * @param lineHeight in sizes
 * @param letterSpacing in sizes
 */
public record TextLook(double size, double minSize, int weight, Ink colour, double lineHeight, double letterSpacing,
        int maxLines, boolean ellipsis, Align align, boolean strike) { }
