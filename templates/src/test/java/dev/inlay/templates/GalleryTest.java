package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inlay.templates.design.Variable;
import dev.inlay.templates.png.PngWriter;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every template of the gallery keeps to: its pictures in all states and densities, its colours, its texts. */
class GalleryTest {
    private static final Path EXPECTED = Path.of("src/test/resources/expected/gallery");
    private static final int WIDEST = 1200;
    private static final Set<String> LANGUAGES = Set.of("en", "cs", "da", "de", "es", "fi", "fr", "it", "nl", "no",
            "pl", "pt", "sv", "ar", "he");
    /** A text and what it may stand on; a template has some of the pairs. */
    private static final List<List<String>> PAIRS = List.of(
            List.of("text", "background"), List.of("muted", "background"), List.of("accent", "background"),
            List.of("text", "sheet"), List.of("muted", "sheet"), List.of("accent", "sheet"),
            List.of("text", "photoBackground"), List.of("badgeText", "accent"), List.of("background", "muted"),
            List.of("buttonText", "buttonBackground"));

    static List<String> names() {
        return TemplateLibrary.bundled().names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void allStatesAreDrawnAsExpectedWithinAFineBorder(String name) throws IOException {
        check(name, 1, List.of(List.of(GalleryState.REDUCED, GalleryState.SOLD_OUT, GalleryState.BARE,
                GalleryState.NEUTRAL), List.of(GalleryState.PLAIN, GalleryState.LONG, GalleryState.RIGHT_TO_LEFT,
                GalleryState.NOBODYS)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void twoPixelsForOneAreDrawnAsExpected(String name) throws IOException {
        check(name, 2, List.of(List.of(GalleryState.REDUCED), List.of(GalleryState.LONG)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void threePixelsForOneAreDrawnAsExpected(String name) throws IOException {
        check(name, 3, List.of(List.of(GalleryState.REDUCED)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void wordsStandOutFromTheirGround(String name) {
        Map<String, String> variables = Samples.template(name).variables();

        for (List<String> pair : PAIRS) {
            if (variables.keySet().containsAll(pair)) {
                double contrast = contrast(variables.get(pair.getFirst()), variables.get(pair.getLast()));
                assertTrue(contrast >= 4.5, () -> pair + " has contrast " + contrast);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void textsAreThereInAllLanguages(String name) {
        Samples.template(name).design().variables().forEach((variable, value) -> {
            if (value instanceof Variable.OfText(Map<String, String> texts) && !variable.equals("font")) {
                assertEquals(LANGUAGES, texts.keySet(), variable);
            }
        });
    }

    @Test
    void greetingAndCountdownAloneWaitForTheOpen() {
        List<String> live = names().stream().filter(name -> Samples.template(name).isLive()).toList();

        assertEquals(List.of("cart-reminder", "last-chance"), live);
    }

    private static void check(String name, int density, List<List<GalleryState>> columns) throws IOException {
        Template bundled = Samples.template(name);
        assumeTrue(bundled.cssWidth() * density <= WIDEST, "too wide for density " + density);
        Template template = Template.parse(name, bundled.content().replace("density: 2", "density: " + density));
        List<List<BufferedImage>> pictures = columns.stream().map(column -> column.stream()
                .map(state -> picture(state, template)).toList()).toList();
        int border = Color.decode(template.variables().get("border")).getRGB();

        BufferedImage sheet = new Sheet(24 * density, new Color(0x121212)).draw(pictures);

        pictures.forEach(column -> column.forEach(picture -> assertEquals(Set.of(border), edge(picture))));
        ExpectedPicture.check(EXPECTED.resolve(name + "-" + density + "x.png"), PngWriter.write(sheet));
    }

    private static BufferedImage picture(GalleryState state, Template template) {
        try {
            return Sheet.picture(state.draw(template));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Integer> edge(BufferedImage image) {
        Set<Integer> colours = new TreeSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            colours.add(image.getRGB(x, 0));
            colours.add(image.getRGB(x, image.getHeight() - 1));
        }
        for (int y = 0; y < image.getHeight(); y++) {
            colours.add(image.getRGB(0, y));
            colours.add(image.getRGB(image.getWidth() - 1, y));
        }
        return colours;
    }

    /** As WCAG 2 counts it: 1 to 21. */
    private static double contrast(String one, String other) {
        double first = luminance(Color.decode(one));
        double second = luminance(Color.decode(other));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
