package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.Format;
import dev.inlay.templates.photo.UnfitPhotoException;

/** Walks through a GIF up to its first frame, the only one that is drawn. */
final class GifParts {
    private static final int MOST_BLOCKS = 1000;
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2C;

    private GifParts() {
    }

    static Header header(Part file) throws UnfitPhotoException {
        Header.checkSize(Math.max(1, file.u16le(6)), Math.max(1, file.u16le(8)));
        int at = 13 + tableLength(file.u8(10));
        for (int blocks = 0; blocks < MOST_BLOCKS; blocks++) {
            int kind = file.u8(at);
            if (kind == FRAME) {
                return new Header(Format.GIF, file.u16le(at + 5L), file.u16le(at + 7L));
            }
            if (kind != EXTENSION) {
                throw new UnfitPhotoException("GIF without a frame");
            }
            at = behindBlocks(file, at + 2);
        }
        throw new UnfitPhotoException("GIF must have its first frame within " + MOST_BLOCKS + " blocks");
    }

    private static int behindBlocks(Part file, int from) throws UnfitPhotoException {
        int at = from;
        for (int length = file.u8(at); length > 0; length = file.u8(at)) {
            at += 1 + length;
        }
        return at + 1;
    }

    private static int tableLength(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }
}
