package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.Format;
import dev.inlay.templates.photo.UnfitPhotoException;

/**
 * What a file says of itself before anything is decoded.
 *
 * @param orientation 1 to 8, as Exif counts; 1 is upright
 * @param whole false if the file ends before the picture does
 */
record Header(Format format, int width, int height, int orientation, boolean whole) {
    private static final long MOST_PIXELS = 25_000_000;
    private static final int LONGEST_SIDE = 20_000;

    Header(Format format, int width, int height) {
        this(format, width, height, 1, true);
    }

    /** Reads the header of {@code file} and walks through its parts. */
    static Header of(byte[] file) throws UnfitPhotoException {
        Format format = Format.of(file);
        Header header = switch (format) {
            case JPEG -> JpegParts.header(file);
            case PNG -> PngParts.header(new Part(file));
            case GIF -> GifParts.header(new Part(file));
            case WEBP -> WebpParts.header(new Part(file));
            case BMP -> BmpParts.header(new Part(file));
            case TIFF -> TiffParts.header(new Part(file));
        };
        checkSize(header.width, header.height);
        return header;
    }

    static void checkSize(long width, long height) throws UnfitPhotoException {
        if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE
                || width * height > MOST_PIXELS) {
            throw new UnfitPhotoException("photo must have at most 25 megapixels and 20000 pixels a side - was "
                    + width + " x " + height);
        }
    }

    Header turned(int orientation) {
        return new Header(format, width, height, orientation, whole);
    }
}
