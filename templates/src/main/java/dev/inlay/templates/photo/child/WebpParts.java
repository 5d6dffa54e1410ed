package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.Format;
import dev.inlay.templates.photo.UnfitPhotoException;

/**
 * Walks through the chunks of a WebP. The length that the container declares must be that of the file: one that lies
 * about it sends decoders beyond the end for ever.
 */
final class WebpParts {
    private static final int MOST_CHUNKS = 1000;
    private static final int FRAME_HEADER = 16;

    private final Part file;
    private Header canvas;
    private int orientation = 1;

    private WebpParts(Part file) {
        this.file = file;
    }

    static Header header(Part file) throws UnfitPhotoException {
        long declared = file.u32le(4) + 8;
        if (declared != file.length() && declared + 1 != file.length()) {
            throw new UnfitPhotoException("WebP must be as long as it declares - was " + file.length()
                    + " bytes, declared " + declared);
        }
        WebpParts parts = new WebpParts(file.part(0, declared));
        parts.walk(parts.file.part(12, declared - 12), 0);
        if (parts.canvas == null) {
            throw new UnfitPhotoException("WebP without pixels");
        }
        return parts.canvas.turned(parts.orientation);
    }

    private void walk(Part chunks, int depth) throws UnfitPhotoException {
        long at = 0;
        for (int count = 0; at + 8 <= chunks.length(); count++) {
            if (count > MOST_CHUNKS) {
                throw new UnfitPhotoException("WebP must have at most " + MOST_CHUNKS + " chunks");
            }
            String name = chunks.name(at);
            long length = chunks.u32le(at + 4);
            Part chunk = chunks.part(at + 8, length);
            switch (name) {
                case "VP8X" -> size(chunk.u24le(4) + 1, chunk.u24le(7) + 1);
                case "VP8 " -> size(chunk.u16le(6) & 0x3FFF, chunk.u16le(8) & 0x3FFF);
                case "VP8L" -> size((int) (chunk.u32le(1) & 0x3FFF) + 1, (int) (chunk.u32le(1) >> 14 & 0x3FFF) + 1);
                case "EXIF" -> orientation = ExifOrientation.of(chunk);
                case "ANMF" -> frame(chunk, depth);
                default -> { }
            }
            at += 8 + length + (length & 1);
        }
    }

    private void frame(Part chunk, int depth) throws UnfitPhotoException {
        if (depth == 0) {
            walk(chunk.part(FRAME_HEADER, chunk.length() - (long) FRAME_HEADER), 1);
        }
    }

    /** The first size is the canvas; the pictures on it must not be larger. */
    private void size(int width, int height) throws UnfitPhotoException {
        Header.checkSize(width, height);
        if (canvas == null) {
            canvas = new Header(Format.WEBP, width, height);
        } else if (width > canvas.width() || height > canvas.height()) {
            throw new UnfitPhotoException("WebP with a picture larger than its canvas");
        }
    }
}
