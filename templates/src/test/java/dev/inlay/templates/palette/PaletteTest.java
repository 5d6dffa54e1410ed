package dev.inlay.templates.palette;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
    @Test
    void nearestIsTheLeastFarOfAll() {
        Palette palette = Palette.of(new Random(1).ints(256, 0, 1 << 24));

        new Random(2).ints(20_000, 0, 1 << 24).forEach(rgb ->
                assertEquals(least(palette, rgb), distance(palette.rgb(palette.nearest(rgb)), rgb)));
    }

    @Test
    void ownColoursAreExact() {
        Palette palette = Palette.of(new Random(3).ints(256, 0, 1 << 24));

        for (int i = 0; i < palette.size(); i++) {
            assertEquals(i, palette.nearest(palette.rgb(i)));
            assertEquals(i, palette.nearest(palette.rgb(i) | 0xFF000000));
        }
    }

    @Test
    void bytesAreReadBack() {
        byte[] plte = Palette.of(new Random(4).ints(200, 0, 1 << 24)).plte();

        assertArrayEquals(plte, Palette.of(plte).plte());
    }

    @Test
    void oneColourIsNearestToAll() {
        assertEquals(0, Palette.of(new byte[] {1, 2, 3}).nearest(0xFFFFFF));
    }

    @Test
    void paletteInAnyOrderIsRead() {
        Palette palette = Palette.of(new byte[] {-1, -1, -1, 0, 0, 0, 9, 9, 9});

        assertEquals(1, palette.nearest(0x010101));
        assertEquals(2, palette.nearest(0x0A0808));
        assertEquals(0, palette.nearest(0xF0FFFF));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 771})
    void whatIsNoPaletteIsRefused(int bytes) {
        assertThrows(IllegalArgumentException.class, () -> Palette.of(new byte[bytes]));
    }

    private static int least(Palette palette, int rgb) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.size(); i++) {
            least = Math.min(least, distance(palette.rgb(i), rgb));
        }
        return least;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16) - (other >> 16);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        return red * red + green * green + blue * blue;
    }
}
