package dev.inlay.templates.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.templates.design.Rows;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainGroundsTest {
    private static final Rows ROWS = new Rows(4, 10);

    @Test
    void mostFrequentColoursOfTheRowsAreGrounds() {
        BufferedImage picture = picture(0xFF0000);
        fill(picture, 0, 10, 0xFFFFFF);
        fill(picture, 10, 16, 0x102030);
        fill(picture, 16, 20, 0xABCDEF);

        assertEquals(List.of(0xFFFFFF, 0x102030), PlainGrounds.below(ROWS, picture));
    }

    @Test
    void ofEquallyFrequentColoursTheLesserNumberIsFirst() {
        BufferedImage picture = picture(0xFF0000);
        fill(picture, 0, 10, 0xFFFFFF);
        fill(picture, 10, 20, 0x102030);

        assertEquals(List.of(0x102030, 0xFFFFFF), PlainGrounds.below(ROWS, picture));
    }

    @Test
    void photoIsNoGround() {
        BufferedImage picture = picture(0);
        for (int i = 0; i < 20 * 6; i++) {
            picture.setRGB(i % 20, 4 + i / 20, 0x10000 * i);
        }

        assertEquals(List.of(), PlainGrounds.below(ROWS, picture));
    }

    private static BufferedImage picture(int colour) {
        BufferedImage picture = new BufferedImage(20, 12, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 12; y++) {
            for (int x = 0; x < 20; x++) {
                picture.setRGB(x, y, colour);
            }
        }
        return picture;
    }

    private static void fill(BufferedImage picture, int from, int to, int colour) {
        for (int y = ROWS.from(); y < ROWS.to(); y++) {
            for (int x = from; x < to; x++) {
                picture.setRGB(x, y, colour);
            }
        }
    }
}
