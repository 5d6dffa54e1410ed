package dev.inlay.templates.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.templates.Shared;
import dev.inlay.templates.photo.PhotoDecoder.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Files that shops have, and files that break careless decoders. */
class PhotoCorpusTest {
    private static final PhotoDecoder DECODER = new PhotoDecoder();

    @AfterAll
    static void close() {
        DECODER.close();
    }

    @Test
    void validPhotosAreDecoded() throws IOException {
        List<String> refused = new ArrayList<>();
        List<Path> files = Shared.files("corpora/images-valid/files");
        for (Path file : files) {
            if (decode(file) instanceof Outcome.Refused reason) {
                refused.add(file.getFileName() + ": " + reason.reason());
            }
        }

        assertTrue(refused.size() <= files.size() * 0.02, refused.size() + " of " + files.size() + ": " + refused);
    }

    @Test
    void turnedPhotosStandUpright() throws IOException {
        Set<String> sizes = new TreeSet<>();
        for (Path file : Shared.files("corpora/images-valid/files")) {
            if (file.getFileName().toString().startsWith("tm-exif__Portrait")) {
                Photo photo = assertInstanceOf(Outcome.Decoded.class, decode(file)).photo();
                sizes.add(photo.image().getWidth() + "x" + photo.image().getHeight());
            }
        }

        assertEquals(Set.of("533x800"), sizes);
    }

    @Test
    void corruptPhotosEnd() throws IOException {
        decodeAll("corpora/images-corrupt/files");
    }

    @Test
    void bombsEnd() throws IOException {
        decodeAll("corpora/images-bombs/files");
    }

    @Test
    void edgeCasesAreDecodedOrRefusedAsTheyShould() throws IOException {
        Set<String> refused = new TreeSet<>();
        for (Path file : Shared.files("data/catalogues/image-edge-cases/images")) {
            if (decode(file) instanceof Outcome.Refused) {
                refused.add(file.getFileName().toString());
            }
        }

        assertEquals(Set.of("decompression-bomb-30000x30000.png", "html-404-page.jpg", "huge-12000x9000-flat.jpg",
                "icon.ico", "truncated-half.jpg", "vector.svg", "zero-bytes.jpg"), refused);
    }

    @Test
    void webpHasNoGreenTint() throws IOException {
        Path file = Shared.find("data/catalogues/image-edge-cases/images/animated.webp");

        Photo photo = assertInstanceOf(Outcome.Decoded.class, decode(file)).photo();

        int corner = photo.image().getRGB(3, 3);
        assertTrue(Math.abs((corner >> 16 & 0xFF) - (corner >> 8 & 0xFF)) < 20, Integer.toHexString(corner));
    }

    private void decodeAll(String folder) throws IOException {
        for (Path file : Shared.files(folder)) {
            long start = System.nanoTime();
            Outcome outcome = decode(file);
            long seconds = (System.nanoTime() - start) / 1_000_000_000;

            assertTrue(seconds <= 12, file + " took " + seconds + " s");
            if (outcome instanceof Outcome.Refused refused) {
                assertTrue(refused.reason().lines().count() == 1, refused.reason());
            }
        }
    }

    private Outcome decode(Path file) throws IOException {
        return DECODER.decode(Files.readAllBytes(file));
    }
}
