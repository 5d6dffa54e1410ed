package dev.inlay.templates.png;

import dev.inlay.templates.awt.Headless;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Codes a picture as PNG, 8 bits a channel, without any metadata: equal pixels give equal bytes. */
public final class PngWriter {
    static {
        Headless.prepare();
    }

    private static final int LEVEL = 4;

    private PngWriter() {
    }

    public static byte[] write(BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha();
        return PngFrame.joined(
                PngFrame.SIGNATURE,
                PngFrame.header(image.getWidth(), image.getHeight(), alpha ? PngFrame.RGBA : PngFrame.RGB),
                Chunk.of("IDAT", deflated(rows(image, alpha ? 4 : 3))), Chunk.of("IEND"));
    }

    /** All rows, filtered, the number of the filter before each. */
    private static byte[] rows(BufferedImage image, int channels) {
        int length = image.getWidth() * channels;
        byte[] filtered = new byte[image.getHeight() * (length + 1)];
        byte[] above = new byte[length];
        byte[] row = new byte[length];
        int[] pixels = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, pixels.length, 1, pixels, 0, pixels.length);
            unpack(pixels, channels, row);
            PaethFilter.apply(row, above, channels, filtered, y * (length + 1));
            byte[] free = above;
            above = row;
            row = free;
        }
        return filtered;
    }

    private static void unpack(int[] pixels, int channels, byte[] row) {
        int at = 0;
        for (int pixel : pixels) {
            row[at++] = (byte) (pixel >> 16);
            row[at++] = (byte) (pixel >> 8);
            row[at++] = (byte) pixel;
            if (channels == 4) {
                row[at++] = (byte) (pixel >>> 24);
            }
        }
    }

    private static byte[] deflated(byte[] raw) {
        try (Deflater deflater = new Deflater(LEVEL)) {
            deflater.setInput(raw);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length / 4 + 64);
            byte[] buffer = new byte[1 << 15];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }
}
