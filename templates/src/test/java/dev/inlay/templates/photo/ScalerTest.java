package dev.inlay.templates.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalerTest {
    @Test
    void halfTheSizeIsTheMeanOfFourPixels() {
        BufferedImage image = image(2, 2, 0xFF000000, 0xFF0000FF, 0xFF00FF00, 0xFFFF0000);

        assertArrayEquals(new int[] {0xFF404040}, Scaler.scale(image, 1, 1));
    }

    @Test
    void transparentPixelsLendNoColour() {
        BufferedImage image = image(2, 1, 0xFF80C040, 0x00FF00FF);

        assertArrayEquals(new int[] {0x8080C040}, Scaler.scale(image, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"100, 60, 33, 20", "100, 60, 61, 37", "100, 60, 250, 150", "100, 60, 100, 1", "1, 1, 40, 40"})
    void evenColourStaysEven(int width, int height, int toWidth, int toHeight) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, 0xFF3A6EA5);

        int[] scaled = Scaler.scale(image(width, height, pixels), toWidth, toHeight);

        assertEquals(toWidth * toHeight, scaled.length);
        for (int pixel : scaled) {
            assertEquals(0xFF3A6EA5, pixel);
        }
    }

    private static BufferedImage image(int width, int height, int... pixels) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }
}
