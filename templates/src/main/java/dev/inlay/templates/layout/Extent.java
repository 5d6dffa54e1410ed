package dev.inlay.templates.layout;

/** The room something needs; {@code baseline} is how far below its top its first line of text stands. */
record Extent(double width, double height, double baseline) {
    static Extent of(double width, double height) {
        return new Extent(width, height, height);
    }
}
