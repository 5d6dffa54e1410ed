package dev.inlay.templates.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngWriterTest {
    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB})
    void everyPixelIsReadBack(int type) throws Exception {
        BufferedImage image = noise(type);

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngWriter.write(image)));

        assertEquals(image.getColorModel().hasAlpha(), read.getColorModel().hasAlpha());
        assertArrayEquals(pixels(image), pixels(read));
    }

    @Test
    void equalPixelsGiveEqualBytes() {
        assertArrayEquals(PngWriter.write(noise(BufferedImage.TYPE_INT_RGB)),
                PngWriter.write(noise(BufferedImage.TYPE_INT_RGB)));
    }

    private static BufferedImage noise(int type) {
        BufferedImage image = new BufferedImage(37, 23, type);
        Random random = new Random(5);
        for (int y = 0; y < 23; y++) {
            for (int x = 0; x < 37; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
