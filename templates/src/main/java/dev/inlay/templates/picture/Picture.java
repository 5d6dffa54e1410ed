package dev.inlay.templates.picture;

import java.awt.image.BufferedImage;

/** A picture of a template's own. Immutable, safe for use by many threads. */
public sealed interface Picture permits RasterPicture, VectorPicture {
    /** Natural width; of a raster in its pixels. */
    double width();

    double height();

    /** Pixels that are kept in memory. */
    long weight();

    /**
     * A box of {@code width} times {@code height} pixels, transparent where the picture is: the whole picture in the
     * middle or, if {@code covering}, the middle of the picture over the whole box.
     */
    BufferedImage in(int width, int height, boolean covering);

    /** Reads PNG, JPEG or SVG; fetches nothing, whatever the file asks for. */
    static Picture read(byte[] file) throws UnfitPictureException {
        return RasterPicture.isRaster(file) ? RasterPicture.read(file) : VectorPicture.read(file);
    }
}
