package dev.inlay.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.server.cli.Shell.Ended;
import dev.inlay.templates.LiveValues;
import dev.inlay.templates.TemplateLibrary;
import dev.inlay.templates.TileProduct;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.TileStyle;
import dev.inlay.templates.photo.Photo;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A designer who draws tiles in a bare folder, without a server. */
class RenderCommandIT {
    private static final String MUG = """
            {"title": "Mug", "brand": "Daybird", "price": 9.9, "oldPrice": "12", "imgUrl": "mug.png"}
            """;
    private static final String SMALL = """
            canvas: {width: 100, height: 50}
            variables: {accent: "#b3261e"}
            nodes:
              - text: {value: "{{title}}", colour: "{{accent}}"}
            neutral:
              - text: {value: "{{shop}}"}
            """;

    @TempDir
    private Path folder;
    private Shell shell;

    @BeforeEach
    void sitDown() throws Exception {
        shell = new Shell(folder, Map.of());
        Files.writeString(folder.resolve("mug.json"), MUG);
        Files.write(folder.resolve("mug.png"), Photo.sample().thumbnail(200).toPng());
        Files.writeString(folder.resolve("spring.yaml"), SMALL);
    }

    @Test
    void tileIsTheOneThatAMailWouldShow() throws Exception {
        Ended ended = shell.run("render", "product-tile", "mug.json", "-o", "tile.png", "--locale", "de-DE",
                "--currency", "EUR", "--set", "accent=#0a7d4b");

        byte[] tile = Files.readAllBytes(folder.resolve("tile.png"));
        assertEquals(new Ended(0, "", String.format(Locale.ROOT, "tile.png: 568 x 800 pixels, %,d bytes%n",
                tile.length)), ended);
        TileStyle style = new TileStyle("Your shop", Currency.getInstance("EUR"), Locale.GERMANY, Optional.empty(),
                Map.of("accent", "#0a7d4b"));
        TileProduct mug = new TileProduct("Mug", Optional.of("Daybird"), Optional.of(new BigDecimal("9.9")),
                Optional.of(new BigDecimal("12")), 17, true, Map.of());
        assertArrayEquals(new TileRenderer().draw(TemplateLibrary.bundled().find("product-tile").orElseThrow(), mug,
                Optional.of(Photo.sample().thumbnail(200)), style, LiveValues.NONE).bytes(), tile);
    }

    @Test
    void ownTemplateIsDrawnAndGoesToStandardOutput() throws Exception {
        Ended ended = shell.run("render", "./spring.yaml", "mug.json", "-o", "-");

        assertThat(ended.err()).startsWith("-: 200 x 100 pixels, ");
        assertThat(ended.out()).contains("PNG", "IHDR", "IEND");
    }

    @Test
    void pictureBesideTheTemplateIsDrawn() throws Exception {
        Path designs = Files.createDirectory(folder.resolve("designs"));
        Path template = Files.writeString(designs.resolve("logo.yaml"), """
                canvas: {width: 100, height: 50, colour: full}
                nodes:
                  - image: {file: logo.svg, left: 0, top: 0, width: 20, height: 20}
                  # - image: {file: mug.png, left: 0, top: 0}
                neutral: []
                """);
        Files.writeString(designs.resolve("logo.svg"),
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><rect width='10' height='10' fill='#ff0000'/></svg>");

        assertEquals(0, shell.run("render", "designs/logo.yaml", "mug.json", "-o", "logo.png").code());

        BufferedImage tile = ImageIO.read(folder.resolve("logo.png").toFile());
        assertEquals(0xffff0000, tile.getRGB(20, 20));
        assertEquals(0xffffffff, tile.getRGB(80, 20));

        Files.delete(designs.resolve("logo.svg"));
        assertRefused("designs/logo.yaml:3:19: the template has no file 'logo.svg'", folder.relativize(template)
                .toString(), "mug.json");
    }

    @Test
    void jpegIsDrawnWhereTheTemplateOffersIt() throws Exception {
        Files.writeString(folder.resolve("jpeg.yaml"), SMALL.replace("height: 50", "height: 50, jpg: true"));

        assertEquals(0, shell.run("render", "jpeg.yaml", "mug.json", "-o", "tile.jpg").code());
        assertEquals(0, shell.run("render", "jpeg.yaml", "--neutral", "-o", "neutral.jpg").code());

        assertThat(Files.readAllBytes(folder.resolve("tile.jpg"))).startsWith(0xff, 0xd8);
        assertThat(Files.readAllBytes(folder.resolve("neutral.jpg"))).startsWith(0xff, 0xd8);
        Ended refused = shell.run("render", "spring.yaml", "mug.json", "-o", "no.jpg");
        assertEquals(new Ended(1, "", "inlay: template spring offers no JPEG: give its canvas 'jpg: true', or write a "
                + ".png\n"), refused);
    }

    @Test
    void whatIsKnownAtTheOpenIsDrawn() throws Exception {
        Files.writeString(folder.resolve("live.yaml"), """
                canvas: {width: 200, height: 60}
                nodes:
                  - text: {value: "{{firstName}} {{hoursLeft}}", top: 0, height: 30}
                neutral: []
                """);

        shell.run("render", "live.yaml", "mug.json", "-o", "nobody.png");
        shell.run("render", "live.yaml", "mug.json", "-o", "anna.png", "--first-name", "Anna");
        shell.run("render", "live.yaml", "mug.json", "-o", "ending.png", "--first-name", "Anna", "--ends-in", "PT5H");

        byte[] anna = Files.readAllBytes(folder.resolve("anna.png"));
        assertThat(anna).isNotEqualTo(Files.readAllBytes(folder.resolve("nobody.png")))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("ending.png")));
    }

    @Test
    void productMayStandAsTheApiIsSentIt() throws Exception {
        Files.writeString(folder.resolve("api.json"),
                "{\"data\": {\"type\": \"products\", \"attributes\": " + MUG + "}}");

        shell.run("render", "spring.yaml", "mug.json", "-o", "alone.png");
        shell.run("render", "spring.yaml", "api.json", "-o", "api.png");

        assertArrayEquals(Files.readAllBytes(folder.resolve("alone.png")), Files.readAllBytes(folder.resolve("api.png")));
    }

    @Test
    void neutralPictureNeedsNoProduct() throws Exception {
        assertThat(shell.run("render", "spring.yaml", "--neutral", "--shop", "Daybird", "-o", "neutral.png"))
                .matches(ended -> ended.code() == 0 && ended.err().startsWith("neutral.png: 200 x 100 pixels"));
    }

    @Test
    void photoAtAShopIsNotFetchedAndThatIsSaid() throws Exception {
        Files.writeString(folder.resolve("far.json"), "{\"title\": \"Mug\", \"imgUrl\": \"https://shop.example/mug.jpg\"}");

        assertThat(shell.run("render", "product-tile", "far.json", "-o", "far.png")).matches(ended -> ended.code() == 0
                && ended.err().startsWith("warning: the photo https://shop.example/mug.jpg is not fetched: save it and "
                        + "name its file with --photo\n"));
        assertThat(shell.run("render", "product-tile", "far.json", "--photo", "mug.png", "-o", "near.png").err())
                .doesNotContain("warning");
    }

    @Test
    void lettersThatNoFontDrawsAreSaid() throws Exception {
        Files.writeString(folder.resolve("thai.json"), "{\"title\": \"Mug \u0e01\"}");

        assertThat(shell.run("render", "product-tile", "thai.json", "-o", "thai.png")).matches(ended ->
                ended.code() == 0 && ended.err().startsWith("warning: ") && ended.err().contains("U+0E01"));
    }

    @Test
    void whatCannotBeDrawnIsOneLine() throws Exception {
        Files.writeString(folder.resolve("broken.json"), "{\"title\": ");
        Files.writeString(folder.resolve("dear.json"), "{\"title\": \"Mug\", \"price\": \"dear\"}");
        Files.writeString(folder.resolve("broken.yaml"), SMALL + "colour: red\n");
        Files.writeString(folder.resolve("text.json"), "{\"title\": \"Mug\", \"imgUrl\": \"mug.json\"}");

        assertRefused("broken.json: it must be JSON of at most 16 levels", "spring.yaml", "broken.json");
        assertRefused("dear.json: price must be a number - was 'dear'", "spring.yaml", "dear.json");
        assertRefused("broken.yaml:7:1: unknown key 'colour' of a template", "broken.yaml", "mug.json");
        assertRefused("nobody.json cannot be read", "spring.yaml", "nobody.json");
        assertRefused("photo mug.json cannot be taken: no picture format that is drawn (unknown)",
                "spring.yaml", "text.json");
        assertRefused("accent must be #rgb, #rrggbb or #rrggbbaa - was 'greenish'", "spring.yaml", "mug.json", "--set",
                "accent=greenish");
        assertRefused("template spring has no variable 'acent'", "spring.yaml", "mug.json", "--set", "acent=#fff");
        assertThat(shell.run("render", "summer", "mug.json", "-o", "no.png").err())
                .matches("inlay: TEMPLATE must be a file or one of .*product-tile.* - was 'summer'\n");
    }

    @Test
    void whatIsCalledWronglyEndsWithTwo() throws Exception {
        assertEquals(2, shell.run("render", "spring.yaml", "mug.json").code());
        assertEquals(2, shell.run("render", "spring.yaml", "-o", "no.png").code());
        assertEquals(2, shell.run("render", "spring.yaml", "mug.json", "-o", "no.gif").code());
        assertEquals(2, shell.run("render", "spring.yaml", "mug.json", "-o", "no.png", "--locale", "?").code());
        assertEquals(2, shell.run("render", "spring.yaml", "mug.json", "-o", "no.png", "--ends-in", "soon").code());
    }

    private void assertRefused(String line, String... arguments) throws Exception {
        String[] all = new String[arguments.length + 3];
        all[0] = "render";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "-o";
        all[all.length - 1] = "no.png";
        Ended ended = shell.run(all);

        assertEquals(1, ended.code());
        assertThat(ended.err()).startsWith("inlay: " + line).hasLineCount(1);
        assertThat(folder.resolve("no.png")).doesNotExist();
    }
}
