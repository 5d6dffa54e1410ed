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

    /** A bar that is a node of its own lies under the live text. */
    private static final String LIVE_NODES = """
              - rect: {left: 292, right: 0, bottom: 0, height: 28, background: "#1d4f91"}
              - text: {left: 322, bottom: 0, height: 28, value: "{{daysLeft}} d {{hoursLeft}} h {{minutesLeft}} min",
                       when: running, size: 13, lineHeight: 2.15, weight: 600, colour: "#ffffff"}
              - text: {left: 322, top: 6, height: 22, value: "For {{firstName}}", when: firstName, colour: "#b3261e"}
            neutral:
            """;

    @Test
    void photoTileKeepsItsLook() throws IOException {
        ExpectedPicture.check("few-colours.png", RENDERER.draw(Samples.template("product-tile"),
                Samples.reduced(Samples.LAMP, "184.90", 30), Optional.of(Samples.packshot()), Samples.GERMAN));
    }

    @Test
    void liveTextIsSmooth() throws IOException {
        ExpectedPicture.check("few-colours-live.png", live(RENDERER));
    }

    @Test
    void liveTextDiffersLittleFromFullColour() throws IOException {
        BufferedImage few = read(live(RENDERER));
        BufferedImage full = read(live(TileRenderer.inFullColour()));

        assertTrue(farthest(few, full, 320, 10, 600, 50) <= 12);
        assertTrue(farthest(few, full, 620, 560, 1190, 600) <= 12);
    }

    @Test
    void coloursOfTheTemplateAreExact() throws IOException {
        BufferedImage few = read(RENDERER.draw(Samples.template("product-card"), Samples.LAMP,
                Optional.of(Samples.packshot()), Samples.GERMAN));

        assertEquals("ffffffff fff6f5f2 ff1d1b18 ffe6e3dd", "%x %x %x %x".formatted(few.getRGB(900, 20),
                few.getRGB(20, 300), few.getRGB(660, 500), few.getRGB(600, 0)));
    }

    private static Tile live(TileRenderer renderer) {
        String yaml = Samples.template("product-card").content().replaceFirst("\nneutral:\n", "\n" + LIVE_NODES);
        return renderer.draw(Template.parse("live", yaml), Samples.reduced(Samples.LAMP, "184.90", 30),
                Optional.of(Samples.packshot()), Samples.GERMAN, LIVE);
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
