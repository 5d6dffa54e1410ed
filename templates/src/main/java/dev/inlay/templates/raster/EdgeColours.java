package dev.inlay.templates.raster;

/** The colours along one edge of a photo as they go on beyond it: the farther from the photo, the softer. */
final class EdgeColours {
    private static final int SOFTNESS = 20;

    private final int length;
    private final int[] red;
    private final int[] green;
    private final int[] blue;

    private EdgeColours(int length) {
        this.length = length;
        this.red = new int[length + 1];
        this.green = new int[length + 1];
        this.blue = new int[length + 1];
    }

    /** The same colour everywhere. */
    static EdgeColours plain(int colour) {
        return of(new int[] {colour}, 0, 1, 1);
    }

    /** Those of {@code length} pixels from {@code start} on, {@code step} apart. */
    static EdgeColours of(int[] photo, int start, int step, int length) {
        EdgeColours colours = new EdgeColours(length);
        for (int i = 0; i < length; i++) {
            int pixel = photo[start + i * step];
            colours.red[i + 1] = colours.red[i] + (pixel >> 16 & 0xFF);
            colours.green[i + 1] = colours.green[i] + (pixel >> 8 & 0xFF);
            colours.blue[i + 1] = colours.blue[i] + (pixel & 0xFF);
        }
        return colours;
    }

    /** The colour beside the pixel {@code index}, so many pixels away: a glow that the edge cuts off runs out. */
    int at(int index, int distance) {
        int near = Math.clamp(index, 0, length - 1);
        int even = Math.min(near, length - 1 - near);
        int reach = Math.min(SOFTNESS + distance, Math.max(SOFTNESS, even));
        int from = Math.max(0, near - reach);
        int to = Math.min(length, near + reach + 1);
        float share = 1f / (to - from);
        return mean(red, from, to, share) << 16 | mean(green, from, to, share) << 8 | mean(blue, from, to, share);
    }

    private static int mean(int[] sums, int from, int to, float share) {
        return (int) ((sums[to] - sums[from]) * share + 0.5f);
    }
}
