package dev.inlay.templates.illustration;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IllustrationTest {
    static List<String> names() throws Exception {
        URI stage = Illustration.class.getResource("stage.svg").toURI();
        try (Stream<Path> files = Files.list(Path.of(stage).getParent())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".svg"))
                    .map(name -> name.substring(0, name.length() - 4)).filter(name -> !name.equals("stage"))
                    .sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyDrawingStandsOnAPlainGroundAndFillsThePicture(String name) throws IOException {
        BufferedImage image = drawn(name);

        assertThat(image.getWidth()).isEqualTo(Illustration.SIZE);
        assertThat(image.getHeight()).isEqualTo(Illustration.SIZE);
        int ground = image.getRGB(0, 0);
        assertThat(List.of(image.getRGB(899, 0), image.getRGB(0, 899), image.getRGB(899, 899))).containsOnly(ground);
        assertThat(colours(image)).as("shading, not flat shapes").hasSizeGreaterThan(1_000);
    }

    @Test
    void noTwoDrawingsAreEqual() throws Exception {
        Set<Integer> pictures = new HashSet<>();
        for (String name : names()) {
            pictures.add(java.util.Arrays.hashCode(Illustration.find(name).orElseThrow().png()));
        }

        assertThat(pictures).hasSameSizeAs(names()).hasSizeGreaterThanOrEqualTo(24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "unicorn", "", "../illustration/tent", "tent.svg", "Tent", "tent\0"})
    void whatIsNoDrawingIsNotFound(String name) {
        assertThat(Illustration.find(name)).isEmpty();
    }

    private static BufferedImage drawn(String name) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Illustration.find(name).orElseThrow().png()));
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int pixel : image.getRGB(0, 0, Illustration.SIZE, Illustration.SIZE, null, 0, Illustration.SIZE)) {
            colours.add(pixel);
        }
        return colours;
    }
}
