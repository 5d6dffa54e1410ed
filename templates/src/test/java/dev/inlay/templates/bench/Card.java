package dev.inlay.templates.bench;

import dev.inlay.templates.CodedTile;
import dev.inlay.templates.LiveValues;
import dev.inlay.templates.Template;
import dev.inlay.templates.Tile;
import dev.inlay.templates.TileProduct;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.TileStyle;
import dev.inlay.templates.photo.Photo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The card that the peers draw, as one of our templates: 1200 x 600 pixels, a line of it live. */
final class Card {
    private static final TileProduct PRODUCT = new TileProduct("Hand-thrown stoneware espresso cup with saucer and "
            + "polished steel spoon, terracotta glaze, 90 ml", Optional.of("NORDIC COFFEE CO."),
            Optional.of(new BigDecimal("199.20")), Optional.of(new BigDecimal("249.00")), 20, true, Map.of());

    private final TileRenderer renderer;
    private final Template template;
    private final TileStyle style;

    private Card(TileRenderer renderer, Template template, String font) {
        this.renderer = renderer;
        this.template = template;
        this.style = new TileStyle("Shop", Currency.getInstance("DKK"), Locale.ENGLISH,
                Optional.of("\u00A4\u00A4 0.00"), Map.of("font", font));
    }

    /** @param font the family of its text */
    static Card of256Colours(TileRenderer renderer, String font) {
        return new Card(renderer, Template.parse("card", yaml()), font);
    }

    static Card ofAllColours(TileRenderer renderer, String font) {
        return new Card(renderer, Template.parse("card", yaml().replace("colour: palette", "colour: full")), font);
    }

    CodedTile code(Photo photo) {
        return renderer.code(template, PRODUCT, Optional.of(photo), style);
    }

    /** For somebody else at each {@code number}, so that no line of text was there before. */
    Tile open(CodedTile coded, int number) {
        return renderer.open(coded, template, style,
                new LiveValues(Optional.of("Anna " + number), Optional.empty()));
    }

    private static String yaml() {
        try (InputStream in = Card.class.getResourceAsStream("/bench/card.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
