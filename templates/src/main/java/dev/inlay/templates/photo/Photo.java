package dev.inlay.templates.photo;

import java.awt.image.BufferedImage;

/**
 * A product photo as we keep it: our own scaled raster, sRGB, upright, at most {@link PhotoDecoder#MAX_SIDE} pixels a side,
 * with alpha where the original had some.
 */
public record Photo(BufferedImage image) {
    /** Coded as PNG, the same bytes for the same pixels: how the photo folder keeps it. */
    public byte[] toPng() {
        throw new UnsupportedOperationException("next");
    }

    /**
     * Reads what {@link #toPng()} wrote; only for files of our own.
     *
     * @throws java.io.IOException if the bytes are no such picture
     */
    public static Photo fromPng(byte[] bytes) throws java.io.IOException {
        throw new UnsupportedOperationException("next");
    }
}
