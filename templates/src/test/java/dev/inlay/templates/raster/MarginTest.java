package dev.inlay.templates.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class MarginTest {
    @Test
    void whiteMarginIsCutOffButForABitOfAir() {
        BufferedImage cut = Margin.cut(photo(BufferedImage.TYPE_INT_RGB, Color.WHITE, 50, 60, 100, 40));

        assertEquals("112 x 52", cut.getWidth() + " x " + cut.getHeight());
        assertEquals(0xFFFFFFFF, cut.getRGB(5, 5));
        assertEquals(0xFF000000, cut.getRGB(6, 6));
    }

    @Test
    void transparentMarginIsCutOffToo() {
        BufferedImage cut = Margin.cut(photo(BufferedImage.TYPE_INT_ARGB, new Color(0, true), 50, 60, 100, 40));

        assertEquals("112 x 52", cut.getWidth() + " x " + cut.getHeight());
    }

    @Test
    void noiseOfJpegIsMargin() {
        BufferedImage photo = photo(BufferedImage.TYPE_INT_RGB, Color.WHITE, 50, 60, 100, 40);
        photo.setRGB(3, 3, 0xF6F8F7);

        assertEquals(112, Margin.cut(photo).getWidth());
    }

    @Test
    void photoWithoutMarginIsUntouched() {
        BufferedImage gray = photo(BufferedImage.TYPE_INT_RGB, Color.LIGHT_GRAY, 50, 60, 100, 40);
        BufferedImage full = photo(BufferedImage.TYPE_INT_RGB, Color.WHITE, 0, 0, 200, 200);

        assertEquals("200 x 200", Margin.cut(gray).getWidth() + " x " + Margin.cut(gray).getHeight());
        assertEquals("200 x 200", Margin.cut(full).getWidth() + " x " + Margin.cut(full).getHeight());
    }

    @Test
    void photoOfNothingButMarginIsUntouched() {
        BufferedImage white = photo(BufferedImage.TYPE_INT_RGB, Color.WHITE, 0, 0, 0, 0);
        BufferedImage dust = photo(BufferedImage.TYPE_INT_RGB, Color.WHITE, 50, 60, 3, 3);

        assertSame(white, Margin.cut(white));
        assertSame(dust, Margin.cut(dust));
    }

    @Test
    void thinProductIsNoDust() {
        BufferedImage rod = photo(BufferedImage.TYPE_INT_RGB, Color.WHITE, 100, 20, 1, 160);

        assertEquals("21 x 180", Margin.cut(rod).getWidth() + " x " + Margin.cut(rod).getHeight());
    }

    /** A black rectangle on {@code ground}, 200 pixels a side. */
    private static BufferedImage photo(int type, Color ground, int left, int top, int width, int height) {
        BufferedImage image = new BufferedImage(200, 200, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(ground);
        graphics.fillRect(0, 0, 200, 200);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(left, top, width, height);
        graphics.dispose();
        return image;
    }
}
