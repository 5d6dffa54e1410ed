package dev.inlay.templates.palette;

/** At most 256 opaque colours. Immutable. */
public final class Palette {
    private final byte[] plte;

    private Palette(byte[] plte) {
        this.plte = plte;
    }

    /**
     * Reads what {@link #plte()} wrote.
     *
     * @throws IllegalArgumentException if it is not 1 to 256 colours of 3 bytes
     */
    public static Palette of(byte[] plte) {
        if (plte.length % 3 != 0 || plte.length == 0 || plte.length > 768) {
            throw new IllegalArgumentException("palette must be 3 to 768 bytes, 3 a colour - was " + plte.length);
        }
        return new Palette(plte.clone());
    }

    public int size() {
        return plte.length / 3;
    }

    public int rgb(int index) {
        return (plte[3 * index] & 0xFF) << 16 | (plte[3 * index + 1] & 0xFF) << 8 | plte[3 * index + 2] & 0xFF;
    }

    /** Red, green and blue of every colour. */
    public byte[] plte() {
        return plte.clone();
    }

    /** The index of the colour nearest to {@code rgb}. */
    public int nearest(int rgb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < size(); i++) {
            int distance = distance(rgb, rgb(i));
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        return red * red + green * green + blue * blue;
    }
}
