package dev.inlay.templates.splice;

import dev.inlay.templates.palette.Palette;
import dev.inlay.templates.png.PaethFilter;
import dev.inlay.templates.png.PngFrame;

/** How pixels stand in a PNG: so many samples a pixel, row by row. */
sealed interface PixelCode {
    /** Samples of a pixel, a byte each. */
    int channels();

    /** What stands before the pixels. */
    byte[] head(int width, int height);

    /** Tells the colours of pixels {@code from} to before {@code to}. */
    void show(byte[] samples, int[] rgb, int from, int to);

    /** Takes over the colour of pixel {@code index}. */
    void take(int rgb, byte[] samples, int index);

    /**
     * Writes {@code rows} rows of samples to {@code raw}, the number of a filter before each. The first looks at none
     * above it, for that may change.
     *
     * @param at where the samples begin
     */
    void filter(byte[] samples, int at, int width, int rows, byte[] raw);

    /** The same for rows that are coded at every open: a little longer once deflated, and done sooner. */
    void filterFast(byte[] samples, int width, int rows, byte[] raw);

    /** How long what {@link #filter} writes is. */
    default int rawLength(int width, int rows) {
        return rows * (1 + width * channels());
    }

    /** One sample: the number of a colour. */
    record Indexed(Palette palette) implements PixelCode {
        @Override
        public int channels() {
            return 1;
        }

        @Override
        public byte[] head(int width, int height) {
            return PngFrame.head(width, height, palette.plte());
        }

        @Override
        public void show(byte[] samples, int[] rgb, int from, int to) {
            for (int i = from; i < to; i++) {
                rgb[i] = palette.rgb(samples[i] & 0xFF);
            }
        }

        @Override
        public void take(int rgb, byte[] samples, int index) {
            samples[index] = (byte) palette.nearest(rgb);
        }

        @Override
        public void filter(byte[] samples, int at, int width, int rows, byte[] raw) {
            for (int y = 0; y < rows; y++) {
                raw[y * (width + 1)] = 0;
                System.arraycopy(samples, at + y * width, raw, y * (width + 1) + 1, width);
            }
        }

        @Override
        public void filterFast(byte[] samples, int width, int rows, byte[] raw) {
            filter(samples, 0, width, rows, raw);
        }
    }

    /** Three samples: red, green and blue. */
    record FullColour() implements PixelCode {
        private static final byte SUB = 1;

        @Override
        public int channels() {
            return 3;
        }

        @Override
        public byte[] head(int width, int height) {
            return PngFrame.head(width, height);
        }

        @Override
        public void show(byte[] samples, int[] rgb, int from, int to) {
            for (int i = from; i < to; i++) {
                rgb[i] = (samples[3 * i] & 0xFF) << 16 | (samples[3 * i + 1] & 0xFF) << 8 | samples[3 * i + 2] & 0xFF;
            }
        }

        @Override
        public void take(int rgb, byte[] samples, int index) {
            samples[3 * index] = (byte) (rgb >> 16);
            samples[3 * index + 1] = (byte) (rgb >> 8);
            samples[3 * index + 2] = (byte) rgb;
        }

        /** With nothing above, Paeth's prediction is that of the filter Sub. */
        @Override
        public void filter(byte[] samples, int at, int width, int rows, byte[] raw) {
            byte[] row = new byte[3 * width];
            byte[] above = new byte[3 * width];
            for (int y = 0; y < rows; y++) {
                System.arraycopy(samples, at + y * row.length, row, 0, row.length);
                PaethFilter.apply(row, above, 3, raw, y * (row.length + 1));
                byte[] free = above;
                above = row;
                row = free;
            }
            raw[0] = SUB;
        }

        @Override
        public void filterFast(byte[] samples, int width, int rows, byte[] raw) {
            int stride = 3 * width;
            for (int y = 0; y < rows; y++) {
                int from = y * stride;
                int to = y * (stride + 1);
                raw[to] = SUB;
                System.arraycopy(samples, from, raw, to + 1, 3);
                for (int i = 3; i < stride; i++) {
                    raw[to + 1 + i] = (byte) (samples[from + i] - samples[from + i - 3]);
                }
            }
        }
    }
}
