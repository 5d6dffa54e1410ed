package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.templates.photo.Photo;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TileRendererTest {
    private static final TileRenderer RENDERER = new TileRenderer();
    private static final Template TILE = Samples.template("product-tile");
    private static final Optional<String> PHOTO = Optional.of("0123");

    @Test
    void equalArgumentsGiveEqualBytes() {
        TileProduct product = Samples.reduced(Samples.LAMP, "184.90", 30);
        byte[] first = RENDERER.draw(TILE, product, Optional.of(Samples.packshot()), Samples.GERMAN).bytes();

        byte[] second = new TileRenderer().draw(Samples.template("product-tile"), product,
                Optional.of(Samples.packshot()), Samples.GERMAN).bytes();

        assertArrayEquals(first, second);
    }

    @Test
    void manyThreadsDrawTheSameBytes() throws Exception {
        Callable<byte[]> draw = () -> RENDERER.draw(TILE, Samples.LAMP, Optional.empty(), Samples.GERMAN).bytes();
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (Future<byte[]> drawn : pool.invokeAll(List.of(draw, draw, draw, draw, draw, draw, draw, draw))) {
                assertArrayEquals(draw.call(), drawn.get());
            }
        }
    }

    @Test
    void pictureHasTheSizeOfTheTemplateAndIsOpaque() throws Exception {
        Tile tile = RENDERER.draw(TILE, Samples.LAMP, Optional.of(Samples.transparent()), Samples.GERMAN);

        var image = ImageIO.read(new ByteArrayInputStream(tile.bytes()));

        assertEquals("568 800 568 800", tile.width() + " " + tile.height() + " " + image.getWidth() + " "
                + image.getHeight());
        assertFalse(image.getColorModel().hasAlpha());
    }

    @Test
    void productTextIsNeverParsed() {
        TileProduct braces = Samples.product("{{price|money}} {{nothing}} {{", "{{brand}}", "9.90");

        Tile tile = RENDERER.draw(TILE, braces, Optional.empty(), Samples.GERMAN);

        assertFalse(Arrays.equals(tile.bytes(), RENDERER.draw(TILE, Samples.product("9,90 €", "", "9.90"),
                Optional.empty(), Samples.GERMAN).bytes()));
    }

    @Test
    void unknownAndUnreadableVariablesChangeNothing() {
        Tile plain = RENDERER.draw(TILE, Samples.LAMP, Optional.empty(), Samples.GERMAN);

        Tile odd = RENDERER.draw(TILE, Samples.LAMP, Optional.empty(),
                style("de-DE", Map.of("nothing", "#000000", "text", "blue")));

        assertArrayEquals(plain.bytes(), odd.bytes());
    }

    @Test
    void oldPriceThatIsNotHigherIsNotShown() {
        Tile plain = RENDERER.draw(TILE, Samples.LAMP, Optional.empty(), Samples.GERMAN);

        Tile raised = RENDERER.draw(TILE, Samples.reduced(Samples.LAMP, "129.00", 0), Optional.empty(), Samples.GERMAN);

        assertArrayEquals(plain.bytes(), raised.bytes());
    }

    @Test
    void brokenPricePatternGivesWayToTheLocale() {
        TileStyle broken = new TileStyle("Nordlicht", Currency.getInstance("EUR"), Locale.GERMANY,
                Optional.of("#.#.#;'"), Map.of());

        assertArrayEquals(RENDERER.draw(TILE, Samples.LAMP, Optional.empty(), Samples.GERMAN).bytes(),
                RENDERER.draw(TILE, Samples.LAMP, Optional.empty(), broken).bytes());
    }

    @Test
    void smallestPhotosAreDrawn() {
        for (int type : new int[] {1, 2}) {
            Photo dot = new Photo(new java.awt.image.BufferedImage(1, 1, type));

            assertEquals(568, RENDERER.draw(TILE, Samples.LAMP, Optional.of(dot), Samples.GERMAN).width());
        }
    }

    @Test
    void keyStandsForWhatIsShown() {
        String key = key(Samples.LAMP, PHOTO, Samples.GERMAN);

        assertTrue(key.matches("[0-9a-f]{64}"));
        assertEquals(key, key(Samples.LAMP, PHOTO, Samples.GERMAN));
        assertEquals(key, key(extra("hidden"), PHOTO, Samples.GERMAN));
        assertEquals(key, key(Samples.LAMP, PHOTO, style("de-DE", Map.of("nothing", "x"))));
    }

    @Test
    void keyChangesWithEverythingThatIsShown() {
        String key = key(Samples.LAMP, PHOTO, Samples.GERMAN);

        for (String other : List.of(
                key(Samples.product("Tischleuchte Mira 2", "Lumen", "129.00"), PHOTO, Samples.GERMAN),
                key(Samples.withoutBrand(Samples.LAMP), PHOTO, Samples.GERMAN),
                key(Samples.product("Tischleuchte Mira", "Lumen", "129.01"), PHOTO, Samples.GERMAN),
                key(Samples.reduced(Samples.LAMP, "184.90", 30), PHOTO, Samples.GERMAN),
                key(Samples.soldOut(Samples.LAMP), PHOTO, Samples.GERMAN),
                key(Samples.LAMP, Optional.of("4567"), Samples.GERMAN),
                key(Samples.LAMP, Optional.empty(), Samples.GERMAN),
                key(Samples.LAMP, PHOTO, style("de-AT", Map.of())),
                key(Samples.LAMP, PHOTO, style("de-DE", Map.of("accent", "#000000"))),
                key(Samples.LAMP, PHOTO, Samples.style("CHF", "de-DE")),
                RENDERER.key(Samples.template("product-card"), Samples.LAMP, PHOTO, Samples.GERMAN))) {
            assertNotEquals(key, other);
        }
    }

    @Test
    void neutralPicturePromisesNoProductAndSpeaksTheShopsLanguage() {
        Tile german = RENDERER.neutral(TILE, Samples.GERMAN);

        assertEquals(568, german.width());
        assertFalse(Arrays.equals(german.bytes(), RENDERER.neutral(TILE, style("da-DK", Map.of())).bytes()));
        assertArrayEquals(RENDERER.neutral(TILE, style("en", Map.of())).bytes(),
                RENDERER.neutral(TILE, style("ja-JP", Map.of())).bytes());
    }

    @Test
    void neutralPictureOfNobodyHasTheSizeOfTheContract() {
        Tile tile = RENDERER.neutral();

        assertEquals("1200x600", tile.width() + "x" + tile.height());
    }

    private static String key(TileProduct product, Optional<String> photoHash, TileStyle style) {
        return RENDERER.key(TILE, product, photoHash, style);
    }

    private static TileStyle style(String locale, Map<String, String> variables) {
        return new TileStyle("Nordlicht", Currency.getInstance("EUR"), Locale.forLanguageTag(locale), Optional.empty(),
                variables);
    }

    private static TileProduct extra(String value) {
        return new TileProduct("Tischleuchte Mira", Optional.of("Lumen"), Optional.of(new BigDecimal("129.00")),
                Optional.empty(), 0, true, Map.of("note", value));
    }
}
