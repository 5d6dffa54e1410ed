package dev.inlay.templates.palette;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantiserTest {
    private static final int WHITE = 0xFFFFFF;
    private static final int[] INKS = {0x111111, 0xC8102E, 0x336699};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256})
    void asManyColoursAsAPaletteHoldsComeOutAsTheyAre(int colours) {
        int[] picture = IntStream.range(0, 64 * 64).map(i -> (i % colours) * 0x0301).toArray();

        assertArrayEquals(picture, drawn(picture, 64, new int[0], picture[0]));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void reservedColoursAreExactWhateverElseIsThere(long seed) {
        int[] picture = noise(100 * 80, seed);
        for (int i = 0; i < picture.length; i += 7) {
            picture[i] = INKS[i % INKS.length];
        }

        int[] drawn = drawn(picture, 100, INKS, WHITE);

        for (int i = 0; i < picture.length; i += 7) {
            assertEquals(picture[i], drawn[i]);
        }
    }

    @Test
    void backgroundStaysEvenBesideAPhoto() {
        int[] picture = noise(100 * 80, 5);
        Arrays.fill(picture, 2000, 6000, WHITE);

        int[] drawn = drawn(picture, 100, INKS, WHITE);

        assertTrue(Arrays.stream(drawn, 2000, 6000).allMatch(pixel -> pixel == WHITE));
    }

    @Test
    void gradientStaysNearWhatItWas() {
        int[] picture = IntStream.range(0, 256 * 256).map(i -> (i & 0xFF) << 16 | (i >> 8) << 8 | 0x80).toArray();

        int[] drawn = drawn(picture, 256, INKS, WHITE);

        for (int y = 32; y < 224; y += 16) {
            for (int x = 32; x < 224; x += 16) {
                assertEquals(mean(picture, x, y, 16), mean(drawn, x, y, 16), 2.0);
                assertEquals(mean(picture, x, y, 8), mean(drawn, x, y, 8), 2.0);
            }
        }
    }

    @Test
    void equalPicturesGiveEqualIndices() {
        int[] picture = noise(100 * 80, 6);

        Palette palette = Quantiser.palette(picture, 100, 80, INKS, WHITE);
        Palette again = Quantiser.palette(picture.clone(), 100, 80, INKS.clone(), WHITE);

        assertArrayEquals(palette.plte(), again.plte());
        assertArrayEquals(Quantiser.map(picture, 100, 80, palette),
                Quantiser.map(picture.clone(), 100, 80, Palette.of(again.plte())));
    }

    @Test
    void whatStandsAboveTheColourIsPassedOver() {
        int[] picture = noise(100 * 80, 7);
        int[] opaque = Arrays.stream(picture).map(pixel -> pixel | 0xFF000000).toArray();

        Palette palette = Quantiser.palette(opaque, 100, 80, new int[] {0xFF111111}, 0xFFFFFFFF);

        assertArrayEquals(Quantiser.palette(picture, 100, 80, new int[] {0x111111}, WHITE).plte(), palette.plte());
        assertArrayEquals(Quantiser.map(picture, 100, 80, palette),
                Quantiser.map(opaque, 100, 80, palette));
    }

    @Test
    void everyColourThereIsNeedsNoMoreThan256() {
        int[] picture = IntStream.range(0, 1 << 24).toArray();

        Palette palette = Quantiser.palette(picture, 4096, 4096, INKS, WHITE);

        assertEquals(256, palette.size());
        assertEquals(picture.length, Quantiser.map(picture, 4096, 4096, palette).length);
    }

    @Test
    void tooManyReservedColoursLeaveRoomForThePhoto() {
        int[] reserved = IntStream.range(0, 5000).map(i -> i * 97).toArray();

        assertTrue(Quantiser.palette(noise(4096, 8), 64, 64, reserved, WHITE).size() <= 256);
    }

    @Test
    void onePixelIsAPicture() {
        assertArrayEquals(new int[] {0x123456}, drawn(new int[] {0x123456}, 1, INKS, WHITE));
    }

    @Test
    void pixelsThatAreNoRectangleAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Quantiser.palette(new int[5], 2, 3, INKS, WHITE));
    }

    private static int[] drawn(int[] picture, int width, int[] reserved, int background) {
        int height = picture.length / width;
        Palette palette = Quantiser.palette(picture, width, height, reserved, background);
        byte[] indices = Quantiser.map(picture, width, height, palette);
        return IntStream.range(0, indices.length).map(i -> palette.rgb(indices[i] & 0xFF)).toArray();
    }

    private static int[] noise(int length, long seed) {
        return new Random(seed).ints(length, 0, 1 << 24).toArray();
    }

    private static double mean(int[] picture, int left, int top, int shift) {
        double sum = 0;
        for (int y = top; y < top + 16; y++) {
            for (int x = left; x < left + 16; x++) {
                sum += picture[256 * y + x] >> shift & 0xFF;
            }
        }
        return sum / 256;
    }
}
