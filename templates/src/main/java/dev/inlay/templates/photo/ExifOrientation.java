package dev.inlay.templates.photo;

/** Finds the orientation in an Exif block; whatever is odd means upright. */
final class ExifOrientation {
    private static final int TAG = 0x0112;
    private static final int MOST_ENTRIES = 500;

    private ExifOrientation() {
    }

    static int of(Part app1) {
        try {
            return app1.name(0).equals("Exif") ? inTiff(app1.part(6, app1.length() - 6L)) : 1;
        } catch (UnfitPhotoException _) {
            return 1;
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
