package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Compares a drawn picture with the one in {@code src/test/resources/expected}, pixel by pixel. The drawn one is kept
 * in {@code target/pictures}; with {@code -Dinlay.redraw=true} it becomes the expected one.
 */
final class ExpectedPicture {
    private static final Path EXPECTED = Path.of("src/test/resources/expected");
    private static final Path DRAWN = Path.of("target/pictures");

    private ExpectedPicture() {
    }

    static void check(String name, Tile tile) throws IOException {
        Files.createDirectories(DRAWN);
        Files.write(DRAWN.resolve(name), tile.bytes());
        if (Boolean.getBoolean("inlay.redraw")) {
            Files.createDirectories(EXPECTED);
            Files.write(EXPECTED.resolve(name), tile.bytes());
        }
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(tile.bytes()));
        BufferedImage expected = ImageIO.read(EXPECTED.resolve(name).toFile());
        assertEquals(expected.getWidth() + " x " + expected.getHeight(), drawn.getWidth() + " x " + drawn.getHeight());
        assertEquals(0, different(expected, drawn),
                () -> "differing pixels of " + name + "; the drawn picture is in " + DRAWN.toAbsolutePath());
    }

    private static int different(BufferedImage one, BufferedImage other) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }
}
