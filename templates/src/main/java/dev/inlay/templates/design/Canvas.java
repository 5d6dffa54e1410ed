package dev.inlay.templates.design;

/**
 * Size in css pixels, picture pixels per css pixel, and what lies under all nodes.
 *
 * @param jpg whether tiles are there as JPEG, too
 */
public record Canvas(int width, int height, int density, Ink background, ColourDepth colour, boolean jpg) {
    /** The most pixels of a picture, across and down. */
    public static final int WIDEST = 1200;
    public static final int HIGHEST = 4000;

    public int pixelWidth() {
        return width * density;
    }

    public int pixelHeight() {
        return height * density;
    }
}
