package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.Format;
import dev.inlay.templates.photo.UnfitPhotoException;

/** Reads the size from the first directory of a TIFF or a BigTIFF, whose counts and offsets have 8 bytes. */
final class TiffParts {
    private static final int MOST_ENTRIES = 1000;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int ORIENTATION = 274;
    private static final int SHORT = 3;
    private static final int BIG = 43;

    private final Part file;
    private final boolean little;
    private final boolean big;
    private long width;
    private long height;
    private int orientation = 1;

    private TiffParts(Part file) throws UnfitPhotoException {
        this.file = file;
        this.little = file.u8(0) == 'I';
        this.big = u16(2) == BIG;
    }

    static Header header(Part file) throws UnfitPhotoException {
        TiffParts parts = new TiffParts(file);
        parts.walk();
        Header.checkSize(parts.width, parts.height);
        return new Header(Format.TIFF, (int) parts.width, (int) parts.height, parts.orientation, true);
    }

    private void walk() throws UnfitPhotoException {
        long directory = big ? u64(8) : u32(4);
        long entries = big ? u64(directory) : u16(directory);
        if (entries > MOST_ENTRIES) {
            throw new UnfitPhotoException("TIFF must have at most " + MOST_ENTRIES + " entries");
        }
        for (int i = 0; i < entries; i++) {
            long entry = directory + (big ? 8 + 20L * i : 2 + 12L * i);
            long at = entry + (big ? 12 : 8);
            long value = u16(entry + 2) == SHORT ? u16(at) : u32(at);
            switch (u16(entry)) {
                case WIDTH -> width = value;
                case HEIGHT -> height = value;
                case ORIENTATION -> orientation = value >= 1 && value <= 8 ? (int) value : 1;
                default -> { }
            }
        }
    }

    private int u16(long at) throws UnfitPhotoException {
        return little ? file.u16le(at) : file.u16(at);
    }

    private long u32(long at) throws UnfitPhotoException {
        return little ? file.u32le(at) : file.u32(at);
    }

    /** Files are far shorter than 4 GB; a larger number points nowhere. */
    private long u64(long at) throws UnfitPhotoException {
        long upper = little ? u32(at + 4) : u32(at);
        return upper == 0 ? little ? u32(at) : u32(at + 4) : Long.MAX_VALUE / 2;
    }
}
