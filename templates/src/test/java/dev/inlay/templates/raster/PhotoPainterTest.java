package dev.inlay.templates.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.templates.design.Colour;
import dev.inlay.templates.design.PhotoLook;
import dev.inlay.templates.layout.Box;
import dev.inlay.templates.layout.Ground;
import dev.inlay.templates.layout.Placed;
import dev.inlay.templates.layout.Scene;
import dev.inlay.templates.photo.Photo;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhotoPainterTest {
    private static final Box BOX = new Box(0, 0, 200, 100);
    private static final Box ROOM = new Box(10, 10, 180, 80);

    @Test
    void whiteGroundTakesTheColourOfTheBox() {
        BufferedImage painted = paint(photo(Color.WHITE, 40, 40, 20, 20), 0xFFF0EEE8);

        assertEquals(0xFFF0EEE8, painted.getRGB(0, 0));
        assertEquals(0xFFF0EEE8, painted.getRGB(70, 20));
    }

    @Test
    void grayGroundGoesOnBesideThePhoto() {
        BufferedImage painted = paint(photo(new Color(0xC8C8C8), 40, 40, 20, 20), 0xFFFFFFFF);

        assertEquals(0xFFC8C8C8, painted.getRGB(0, 0));
        assertEquals(0xFFC8C8C8, painted.getRGB(199, 99));
    }

    @Test
    void productThatIsCutOffStandsOnTheEdgeOfTheBox() {
        BufferedImage painted = paint(photo(Color.WHITE, 40, 50, 20, 50), 0xFFFFFFFF);

        assertTrue(dark(painted.getRGB(100, 98)));
        assertFalse(dark(painted.getRGB(100, 8)));
    }

    @Test
    void sceneFillsTheBoxIfLittleIsLost() {
        BufferedImage scene = new BufferedImage(190, 100, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 190 * 100; i++) {
            scene.setRGB(i % 190, i / 190, (i % 190 / 16 + i / 190 / 16) % 2 == 0 ? 0x204060 : 0x101820);
        }

        BufferedImage painted = paint(new Photo(scene), 0xFFFFFFFF);

        assertTrue(dark(painted.getRGB(1, 1)) && dark(painted.getRGB(198, 98)));
    }

    @Test
    void darkBoxKeepsThePhotosOwnColours() {
        BufferedImage painted = paint(photo(Color.WHITE, 40, 40, 20, 20), 0xFF101010);

        assertEquals(0xFF101010, painted.getRGB(0, 0));
        assertEquals(0xFFFFFFFF, painted.getRGB(66, 20));
    }

    @Test
    void focusStaysInViewWhenCovering() {
        PhotoLook look = new PhotoLook(PhotoLook.Fit.COVER, Optional.of(new PhotoLook.Focus(0.5, 0.9)), false, 1);

        BufferedImage painted = paint(photo(Color.WHITE, 0, 90, 100, 10), 0xFFFFFFFF, look);

        assertTrue(dark(painted.getRGB(100, 98)));
        assertFalse(dark(painted.getRGB(100, 60)));
    }

    @Test
    void stripOfPixelsNeverBecomesEnormous() {
        PhotoLook look = new PhotoLook(PhotoLook.Fit.COVER, Optional.empty(), false, 1);
        Box box = new Box(0, 0, 1200, 600);
        Photo strip = new Photo(new BufferedImage(1, 600, BufferedImage.TYPE_INT_RGB));

        BufferedImage painted = new PhotoPainter(
                new Placed.Picture(box, box, new Ground.Plain(Colour.NONE), 0, look), strip).paint();

        assertEquals("1200 x 600", painted.getWidth() + " x " + painted.getHeight());
    }

    @Test
    void boxFarBeyondTheCanvasTakesNoMoreMemoryThanOthers() {
        PhotoLook look = new PhotoLook(PhotoLook.Fit.COVER, Optional.empty(), false, 1);
        Box box = new Box(-12_000, -12_000, 24_100, 24_100);
        Placed picture = new Placed.Picture(box, box, new Ground.Plain(Colour.NONE), 0, look);

        BufferedImage painted = Painter.paint(new Scene(100, 100, new Colour(~0), List.of(picture)),
                Optional.of(photo(Color.WHITE, 30, 30, 40, 40)));

        assertTrue(dark(painted.getRGB(0, 0)) && dark(painted.getRGB(99, 99)));
    }

    @Test
    void trimmedPhotoReachesTheRoomButForABitOfAir() {
        PhotoLook look = new PhotoLook(PhotoLook.Fit.CONTAIN, Optional.empty(), true, 1);

        BufferedImage painted = paint(photo(Color.WHITE, 20, 35, 60, 30), 0xFFFFFFFF, look);

        assertFalse(dark(painted.getRGB(100, 14)));
        assertTrue(dark(painted.getRGB(100, 22)) && dark(painted.getRGB(40, 50)));
    }

    private static BufferedImage paint(Photo photo, int ground) {
        return paint(photo, ground, new PhotoLook(PhotoLook.Fit.AUTO, Optional.empty(), false, 1));
    }

    private static BufferedImage paint(Photo photo, int ground, PhotoLook look) {
        return new PhotoPainter(new Placed.Picture(BOX, ROOM, new Ground.Plain(new Colour(ground)), 0, look), photo)
                .paint();
    }

    /** A black rectangle, so far from left and top and so wide and high, before {@code ground}; 100 pixels a side. */
    private static Photo photo(Color ground, int left, int top, int width, int height) {
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(ground);
        graphics.fillRect(0, 0, 100, 100);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(left, top, width, height);
        graphics.dispose();
        return new Photo(image);
    }

    private static boolean dark(int pixel) {
        return (pixel & 0xFF) < 0x70;
    }
}
