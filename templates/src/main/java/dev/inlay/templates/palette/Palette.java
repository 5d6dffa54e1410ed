package dev.inlay.templates.palette;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * At most 256 opaque colours. Immutable; safe for use by many threads.
 *
 * <p>Every int that is taken for a colour is {@code 0xRRGGBB}; what stands above these 24 bits is passed over.
 */
public final class Palette {
    static final int MOST = 256;
    private static final int SLOTS = 1 << 11;
    private static final int FARTHEST = 3 * 256 * 256;

    private final int[] colours;
    /** Their indices, sorted by brightness, and the brightness of each of these. */
    private final int[] order;
    private final int[] sums;
    /** {@code rgb << 8 | index} of colours asked for before; what one thread does not see, it finds again. */
    private final int[] found = new int[SLOTS];

    private Palette(int[] colours) {
        this.colours = colours;
        int[] keys = IntStream.range(0, colours.length).map(i -> sum(colours[i]) << 8 | i).sorted().toArray();
        this.order = Arrays.stream(keys).map(key -> key & 0xFF).toArray();
        this.sums = Arrays.stream(keys).map(key -> key >> 8).toArray();
        found[slot(0)] = search(0);
        for (int i = 0; i < colours.length; i++) {
            found[slot(colours[i])] = colours[i] << 8 | i;
        }
    }

    /**
     * Reads what {@link #plte()} wrote.
     *
     * @throws IllegalArgumentException if it is not 1 to 256 colours of 3 bytes
     */
    public static Palette of(byte[] plte) {
        if (plte.length % 3 != 0 || plte.length == 0 || plte.length > 3 * MOST) {
            throw new IllegalArgumentException("palette must be 3 to 768 bytes, 3 a colour - was " + plte.length);
        }
        int[] colours = new int[plte.length / 3];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = (plte[3 * i] & 0xFF) << 16 | (plte[3 * i + 1] & 0xFF) << 8 | plte[3 * i + 2] & 0xFF;
        }
        return new Palette(colours);
    }

    /** {@code colours}, each once, from dark to bright. */
    static Palette of(IntStream colours) {
        return new Palette(colours.map(rgb -> rgb & 0xFFFFFF).distinct().boxed()
                .sorted((a, b) -> sum(a) == sum(b) ? a - b : sum(a) - sum(b)).mapToInt(rgb -> rgb).toArray());
    }

    public int size() {
        return colours.length;
    }

    public int rgb(int index) {
        return colours[index];
    }

    /** Red, green and blue of every colour, as PNG's PLTE has them. */
    public byte[] plte() {
        byte[] plte = new byte[3 * colours.length];
        for (int i = 0; i < colours.length; i++) {
            plte[3 * i] = (byte) (colours[i] >> 16);
            plte[3 * i + 1] = (byte) (colours[i] >> 8);
            plte[3 * i + 2] = (byte) colours[i];
        }
        return plte;
    }

    /** The index of the colour that is least far from {@code rgb}: of {@code rgb} itself if it is one of them. */
    public int nearest(int rgb) {
        int wanted = rgb & 0xFFFFFF;
        int slot = slot(wanted);
        int remembered = found[slot];
        if (remembered >>> 8 == wanted) {
            return remembered & 0xFF;
        }
        int index = search(wanted);
        found[slot] = wanted << 8 | index;
        return index;
    }

    /**
     * Looks at colours further and further from the brightness of {@code rgb}: colours whose sums of channels differ by
     * d are at least d / sqrt(3) apart, so soon none can be nearer.
     */
    private int search(int rgb) {
        int sum = sum(rgb);
        int above = Arrays.binarySearch(sums, sum);
        above = above < 0 ? -1 - above : above;
        int below = above - 1;
        int best = 0;
        int least = FARTHEST;
        while (below >= 0 || above < colours.length) {
            int up = above < colours.length ? sums[above] - sum : Integer.MAX_VALUE;
            int down = below >= 0 ? sum - sums[below] : Integer.MAX_VALUE;
            int step = Math.min(up, down);
            if (step * step >= 3 * least) {
                return best;
            }
            int index = order[up <= down ? above++ : below--];
            int distance = distance(rgb, colours[index]);
            if (distance < least || distance == least && index < best) {
                least = distance;
                best = index;
            }
        }
        return best;
    }

    static int distance(int one, int other) {
        int red = (one >> 16) - (other >> 16);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        return red * red + green * green + blue * blue;
    }

    private static int sum(int rgb) {
        return (rgb >> 16) + (rgb >> 8 & 0xFF) + (rgb & 0xFF);
    }

    private static int slot(int rgb) {
        return (rgb * 0x9E3779B1) >>> 21;
    }
}
