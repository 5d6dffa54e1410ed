package dev.inlay.templates.photo;

import dev.inlay.templates.awt.Headless;
import dev.inlay.templates.png.PngWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * A product photo as we keep it: our own scaled raster, sRGB, upright, at most {@link PhotoDecoder#MAX_SIDE} pixels a
 * side, with alpha where the original had some.
 */
public record Photo(BufferedImage image) {
    static {
        Headless.prepare();
    }

    /** A made-up photo of the largest size. */
    public static Photo sample() {
        BufferedImage image = new BufferedImage(PhotoDecoder.MAX_SIDE, PhotoDecoder.MAX_SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, (x * y & 0xFF) << 16 | (x & 0xFF) << 8 | y & 0xFF);
            }
        }
        return new Photo(image);
    }

    /** How much memory it takes, in bytes. */
    public int weight() {
        return image.getWidth() * image.getHeight() * Integer.BYTES;
    }

    /** A smaller copy, at most {@code side} pixels a side; this one if it is no larger. */
    public Photo thumbnail(int side) {
        int longest = Math.max(image.getWidth(), image.getHeight());
        if (longest <= side) {
            return this;
        }
        int width = Math.max(1, image.getWidth() * side / longest);
        int height = Math.max(1, image.getHeight() * side / longest);
        BufferedImage small = new BufferedImage(width, height,
                image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        small.setRGB(0, 0, width, height, Scaler.scale(image, width, height), 0, width);
        return new Photo(small);
    }

    /** Coded as PNG, the same bytes for the same pixels: how the photo folder keeps it. */
    public byte[] toPng() {
        return PngWriter.write(image);
    }

    /**
     * Reads what {@link #toPng()} wrote; only for files of our own.
     *
     * @throws IOException if the bytes are no such picture
     */
    public static Photo fromPng(byte[] bytes) throws IOException {
        BufferedImage read = readPng(bytes);
        int type = read.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(read.getWidth(), read.getHeight(), type);
        int[] row = new int[read.getWidth()];
        for (int y = 0; y < read.getHeight(); y++) {
            read.getRGB(0, y, row.length, 1, row, 0, row.length);
            image.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return new Photo(image);
    }

    private static BufferedImage readPng(byte[] bytes) throws IOException {
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes));
            if (read != null) {
                return read;
            }
        } catch (RuntimeException e) {
            throw new IOException("not a stored photo", e);
        }
        throw new IOException("not a stored photo");
    }
}
