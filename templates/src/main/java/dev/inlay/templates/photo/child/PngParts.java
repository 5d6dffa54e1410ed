package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.Format;
import dev.inlay.templates.photo.UnfitPhotoException;

/** Walks through the chunks of a PNG: all must be whole, the last must be there, and they must not be too many. */
final class PngParts {
    private static final int MOST_CHUNKS = 1000;
    /** Some programs cut the pixels of a large photo into pieces of 8 KB or less. */
    private static final int MOST_PIXEL_CHUNKS = 5000;

    private PngParts() {
    }

    static Header header(Part file) throws UnfitPhotoException {
        if (!file.name(12).equals("IHDR")) {
            throw new UnfitPhotoException("PNG without a header");
        }
        int orientation = walk(file);
        long width = file.u32(16);
        long height = file.u32(20);
        Header.checkSize(width, height);
        return new Header(Format.PNG, (int) width, (int) height).turned(orientation);
    }

    /** Returns the orientation. */
    private static int walk(Part file) throws UnfitPhotoException {
        int chunks = 0;
        int pixelChunks = 0;
        int orientation = 1;
        long at = 8;
        String name = "";
        while (!name.equals("IEND")) {
            name = file.name(at + 4);
            Part chunk = file.part(at + 8, file.u32(at) + 4);
            orientation = name.equals("eXIf") ? ExifOrientation.of(chunk) : orientation;
            at += file.u32(at) + 12;
            if (name.equals("IDAT")) {
                pixelChunks++;
            } else {
                chunks++;
            }
            if (chunks > MOST_CHUNKS || pixelChunks > MOST_PIXEL_CHUNKS) {
                throw new UnfitPhotoException("PNG must have at most " + MOST_CHUNKS + " chunks");
            }
        }
        if (pixelChunks == 0) {
            throw new UnfitPhotoException("PNG without pixels");
        }
        return orientation;
    }
}
