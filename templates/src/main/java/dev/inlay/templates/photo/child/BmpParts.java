package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.Format;
import dev.inlay.templates.photo.UnfitPhotoException;

/** Reads the header of a BMP; one without compression must hold all its pixels. */
final class BmpParts {
    private static final int OLD_HEADER = 12;

    private BmpParts() {
    }

    static Header header(Part file) throws UnfitPhotoException {
        boolean old = file.u32le(14) == OLD_HEADER;
        long width = old ? file.u16le(18) : (int) file.u32le(18);
        long height = Math.abs(old ? file.u16le(20) : (long) (int) file.u32le(22));
        Header.checkSize(width, height);
        long bits = file.u16le(old ? 24 : 28);
        boolean packed = !old && file.u32le(30) != 0 && file.u32le(30) != 3;
        long row = (width * bits + 31) / 32 * 4;
        if (!packed && row * height > file.length()) {
            throw new UnfitPhotoException("BMP must hold all its pixels");
        }
        return new Header(Format.BMP, (int) width, (int) height);
    }
}
