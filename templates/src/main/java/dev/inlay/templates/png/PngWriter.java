package dev.inlay.templates.png;

import dev.inlay.templates.awt.Headless;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Codes a picture as PNG, 8 bits a channel, without any metadata: equal pixels give equal bytes. */
public final class PngWriter {
    static {
        Headless.prepare();
    }

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int LEVEL = 4;
    private static final byte RGB = 2;
    private static final byte RGBA = 6;

    private PngWriter() {
    }

    public static byte[] write(BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha();
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        out.writeBytes(SIGNATURE);
        chunk(out, "IHDR", header(image, alpha));
        chunk(out, "IDAT", deflated(rows(image, alpha ? 4 : 3)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] header(BufferedImage image, boolean alpha) {
        byte[] header = new byte[13];
        put(header, 0, image.getWidth());
        put(header, 4, image.getHeight());
        header[8] = 8;
        header[9] = alpha ? RGBA : RGB;
        return header;
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

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        byte[] number = new byte[4];
        put(number, 0, data.length);
        out.writeBytes(number);
        out.writeBytes(name);
        out.writeBytes(data);
        put(number, 0, (int) crc.getValue());
        out.writeBytes(number);
    }

    private static void put(byte[] target, int at, int value) {
        target[at] = (byte) (value >> 24);
        target[at + 1] = (byte) (value >> 16);
        target[at + 2] = (byte) (value >> 8);
        target[at + 3] = (byte) value;
    }
}
