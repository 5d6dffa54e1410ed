package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What 256 colours look like: one expected picture of each kind, and numbers for what the eye would miss. */
class FewColoursTest {
    private static final TileRenderer RENDERER = new TileRenderer();
    private static final LiveValues LIVE =
            new LiveValues(Optional.of("Anna-Sophie"), Optional.of(Duration.ofMinutes(3100)));

    /** Live text on the ground, and on a bar that is a node of its own. */
    private static final Template TEMPLATE = Template.parse("few-colours", """
            canvas: {width: 300, height: 200, density: 2, background: "#ffffff"}
            nodes:
              - photo: {left: 0, width: 140, background: "#f6f5f2", padding: 8}
              - text: {left: 152, right: 8, top: 44, value: "{{title}}", size: 21, weight: 600, maxLines: 2}
              - text: {left: 152, top: 110, value: "{{price|money}}", size: 26, weight: 700, colour: "#b3261e"}
              - rect: {left: 140, right: 0, bottom: 0, height: 28, background: "#1d4f91"}
              - text: {left: 152, top: 8, height: 24, value: "For {{firstName}}", colour: "#b3261e"}
              - text: {left: 152, bottom: 0, height: 28, value: "{{daysLeft}} d {{hoursLeft}} h {{minutesLeft}} min",
                       when: running, size: 13, lineHeight: 2.15, weight: 600, colour: "#ffffff"}
            neutral: []
            """);

    @Test
    void tileOf256ColoursKeepsItsLook() throws IOException {
        ExpectedPicture.check("few-colours.png", drawn(RENDERER));
    }

    @Test
    void liveTextDiffersLittleFromFullColour() throws IOException {
        BufferedImage few = read(drawn(RENDERER));
        BufferedImage full = read(drawn(TileRenderer.inFullColour()));

        assertTrue(farthest(few, full, 300, 16, 600, 64) <= 12);
        assertTrue(farthest(few, full, 300, 344, 600, 400) <= 12);
    }

    @Test
    void coloursOfTheTemplateAreExact() throws IOException {
        BufferedImage few = read(drawn(RENDERER));

        assertEquals("ffffffff fff6f5f2 ff1d4f91",
                "%x %x %x".formatted(few.getRGB(590, 4), few.getRGB(4, 4), few.getRGB(590, 390)));
    }

    private static Tile drawn(TileRenderer renderer) {
        return renderer.draw(TEMPLATE, Samples.LAMP, Optional.of(Samples.packshot()), Samples.GERMAN, LIVE);
    }

    private static BufferedImage read(Tile tile) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(tile.bytes()));
    }

    /** The largest difference of a channel. */
    private static int farthest(BufferedImage one, BufferedImage other, int left, int top, int right, int bottom) {
        int farthest = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    int apart = (one.getRGB(x, y) >> shift & 0xFF) - (other.getRGB(x, y) >> shift & 0xFF);
                    farthest = Math.max(farthest, Math.abs(apart));
                }
            }
        }
        return farthest;
    }
}
