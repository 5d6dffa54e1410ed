package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.templates.layout.Layout;
import dev.inlay.templates.layout.Scene;
import dev.inlay.templates.layout.TemplateColours;
import dev.inlay.templates.layout.Values;
import dev.inlay.templates.palette.Palette;
import dev.inlay.templates.palette.Quantiser;
import dev.inlay.templates.photo.Photo;
import dev.inlay.templates.raster.Painter;
import dev.inlay.templates.text.Fonts;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spliced tile shows what a tile shows that is drawn and coded in one go, whatever the template. */
class SpliceTest {
    private static final int CASES = 80;
    private static final TileRenderer RENDERER = new TileRenderer();
    private static final Fonts FONTS = Fonts.bundled();
    private static final Photo PHOTO = Samples.packshot().thumbnail(200);

    @TempDir
    private Path folder;

    @Test
    void fullColourTilesEqualThoseDrawnInOneGo() throws Exception {
        for (int seed = 0; seed < CASES; seed++) {
            Case tile = new Case(seed, "full");

            BufferedImage whole = RENDERER.whole(tile.template, tile.product, tile.photo, tile.style, tile.live);

            assertArrayEquals(pixels(whole), pixels(read(tile.spliced)), tile.name());
            Files.write(folder.resolve(seed + ".png"), tile.spliced);
        }
        PngPrograms.check(folder);
    }

    @Test
    void tilesOf256ColoursEqualThoseDrawnInOneGo() throws Exception {
        for (int seed = 0; seed < CASES; seed++) {
            Case tile = new Case(seed, "palette");

            BufferedImage spliced = read(tile.spliced);

            assertArrayEquals(tile.indices(), indices(spliced), tile.name());
            Files.write(folder.resolve(seed + ".png"), tile.spliced);
        }
        PngPrograms.check(folder);
    }

    @Test
    void tileReadFromItsFileOpensToTheSameBytes() throws Exception {
        for (int seed = 0; seed < CASES / 4; seed++) {
            Case tile = new Case(seed, seed % 2 == 0 ? "palette" : "full");
            CodedTile coded = RENDERER.code(tile.template, tile.product, tile.photo, tile.style);

            CodedTile read = CodedTile.read(coded.toBytes());

            assertArrayEquals(tile.spliced,
                    RENDERER.open(read, tile.template, tile.style, tile.live).bytes(), tile.name());
            assertArrayEquals(coded.toBytes(), read.toBytes(), tile.name());
        }
    }

    /** Else the tests above would tell little. */
    @Test
    void mostOfTheTilesShowSomethingLive() {
        int live = 0;
        for (int seed = 0; seed < CASES / 4; seed++) {
            Case tile = new Case(seed, "full");
            byte[] without =
                    RENDERER.draw(tile.template, tile.product, tile.photo, tile.style, LiveValues.NONE).bytes();
            live += Arrays.equals(tile.spliced, without) ? 0 : 1;
        }

        assertTrue(live > CASES / 6, live + " of " + CASES / 4);
    }

    private static final class Case {
        private final long seed;
        private final String yaml;
        private final Template template;
        private final TileProduct product;
        private final TileStyle style;
        private final LiveValues live;
        private final Optional<Photo> photo;
        private final byte[] spliced;

        Case(long seed, String colour) {
            RandomTemplate random = new RandomTemplate(seed);
            this.seed = seed;
            this.yaml = random.yaml(colour);
            this.template = Template.parse("random", yaml);
            this.product = random.product();
            this.style = random.style();
            this.live = random.live();
            this.photo = seed % 5 == 0 ? Optional.empty() : Optional.of(PHOTO);
            this.spliced = RENDERER.draw(template, product, photo, style, live).bytes();
        }

        /** The still picture in 256 colours, the live parts drawn over all of it, their colours looked up. */
        int[] indices() {
            Layout layout = new Layout(FONTS);
            Values values = Values.of(template.design(), product, photo.isPresent(), style);
            Scene scene = layout.tile(template.design(), values, photo.isPresent());
            BufferedImage image = Painter.paint(scene, photo);
            int[] rgb = pixels(image);
            int ground = scene.background().argb() & 0xFFFFFF;
            Palette palette = Quantiser.palette(rgb, image.getWidth(), image.getHeight(),
                    TemplateColours.of(template.design(), values, image), ground);
            byte[] still = Quantiser.map(rgb, image.getWidth(), image.getHeight(), palette);
            for (int i = 0; i < rgb.length; i++) {
                image.setRGB(i % image.getWidth(), i / image.getWidth(), palette.rgb(still[i] & 0xFF));
            }
            Painter.paintOver(image, 0, layout.live(template.design(),
                    Values.of(template.design(), values.of(template.design().names()), style, live)));
            int[] painted = pixels(image);
            int[] indices = new int[painted.length];
            for (int i = 0; i < painted.length; i++) {
                boolean same = (painted[i] & 0xFFFFFF) == palette.rgb(still[i] & 0xFF);
                indices[i] = same ? still[i] & 0xFF : palette.nearest(painted[i] & 0xFFFFFF);
            }
            return indices;
        }

        String name() {
            return "seed " + seed + ":\n" + yaml;
        }
    }

    private static BufferedImage read(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static int[] indices(BufferedImage image) {
        assertEquals(IndexColorModel.class, image.getColorModel().getClass());
        return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    }
}
