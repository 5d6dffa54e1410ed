package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        check(EXPECTED.resolve(name), tile.bytes());
    }

    /** {@code bytes} are those of a PNG; {@code expected} is a file anywhere in the project. */
    static void check(Path expected, byte[] bytes) throws IOException {
        Path kept = DRAWN.resolve(expected.getFileName());
        Files.createDirectories(DRAWN);
        Files.write(kept, bytes);
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(bytes));
        if (Boolean.getBoolean("inlay.redraw") && !same(expected, drawn)) {
            Files.createDirectories(expected.getParent());
            Files.write(expected, bytes);
        }
        assertTrue(Files.exists(expected), () -> expected + " is missing; -Dinlay.redraw=true draws it");
        BufferedImage wanted = ImageIO.read(expected.toFile());
        assertEquals(size(wanted), size(drawn), expected::toString);
        assertEquals(0, different(wanted, drawn), () -> "differing pixels of " + expected + "; the drawn picture is in "
                + kept.toAbsolutePath() + ", -Dinlay.redraw=true takes it over");
    }

    private static boolean same(Path expected, BufferedImage drawn) throws IOException {
        if (!Files.exists(expected)) {
            return false;
        }
        BufferedImage wanted = ImageIO.read(expected.toFile());
        return size(wanted).equals(size(drawn)) && different(wanted, drawn) == 0;
    }

    private static String size(BufferedImage image) {
        return image.getWidth() + " x " + image.getHeight();
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
