package dev.inlay.templates.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** A picture as {@code 0xRRGGBB}, row by row. */
record Pixels(int[] rgb, int width, int height) {
    static Pixels read(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    static Pixels of(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new Pixels(Arrays.stream(argb).map(pixel -> pixel & 0xFFFFFF).toArray(), image.getWidth(),
                image.getHeight());
    }

    float[] channel(int shift) {
        float[] channel = new float[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            channel[i] = rgb[i] >> shift & 0xFF;
        }
        return channel;
    }
}
