package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.UnfitPhotoException;

/** Finds the orientation in an Exif block; whatever is odd means upright. */
final class ExifOrientation {
    private static final int TAG = 0x0112;
    private static final int MOST_ENTRIES = 500;

    private ExifOrientation() {
    }

    /** Of an APP1 segment of a JPEG, which may hold something else. */
    static int ofSegment(Part segment) {
        return startsWithName(segment) ? of(segment) : 1;
    }

    /** Of an Exif block, with or without its name before it. */
    static int of(Part block) {
        try {
            return inTiff(startsWithName(block) ? block.part(6, block.length() - 6L) : block);
        } catch (UnfitPhotoException _) {
            return 1;
        }
    }

    private static boolean startsWithName(Part block) {
        try {
            return block.name(0).equals("Exif");
        } catch (UnfitPhotoException _) {
            return false;
        }
    }

    private static int inTiff(Part tiff) throws UnfitPhotoException {
        boolean little = tiff.u8(0) == 'I';
        long directory = little ? tiff.u32le(4) : tiff.u32(4);
        int entries = Math.min(MOST_ENTRIES, little ? tiff.u16le(directory) : tiff.u16(directory));
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if ((little ? tiff.u16le(entry) : tiff.u16(entry)) == TAG) {
                int value = little ? tiff.u16le(entry + 8) : tiff.u16(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
