package dev.inlay.templates.palette;

/** The nearest colour to 6 bits a channel, found when first asked for. For one thread. */
final class NearestTable {
    private final Palette palette;
    /** 0 is a cell that was not asked for, or the first colour, which is asked for again. */
    private final byte[] nearest = new byte[1 << 18];

    NearestTable(Palette palette) {
        this.palette = palette;
    }

    int nearest(int red, int green, int blue) {
        int cell = red >> 2 << 12 | green >> 2 << 6 | blue >> 2;
        int known = nearest[cell] & 0xFF;
        if (known == 0) {
            known = palette.nearest((red & ~3 | 2) << 16 | (green & ~3 | 2) << 8 | blue & ~3 | 2);
            nearest[cell] = (byte) known;
        }
        return known;
    }
}
