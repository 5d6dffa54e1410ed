package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.inlay.db.catalogue.Product;
import dev.inlay.server.newsletter.TileKeys.Keyed;
import dev.inlay.templates.Template;
import dev.inlay.templates.TemplateLibrary;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.TileStyle;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TileKeysTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Optional<String> PHOTO = Optional.of("0".repeat(64));
    private static final TileStyle EUROS = style("EUR");
    private static final Template TILE = TemplateLibrary.bundled().find("product-tile").orElseThrow();
    private static final Template CARD = TemplateLibrary.bundled().find("product-card").orElseThrow();

    private final TileRenderer renderer = new TileRenderer();
    private final TileKeys keys = new TileKeys(renderer);
    private final Product stove = new Product("stove", List.of(), "Stove", "https://shop.example/stove",
            "https://img.example/stove", new BigDecimal("80"), new BigDecimal("100"), null, null, List.of(), null,
            List.of(), true, null, null, NOON, NOON.plusSeconds(60), Map.of(), Map.of(), null);

    @Test
    void keyIsThatOfTheRendererHoweverOftenItIsAsked() {
        String expected = renderer.key(TILE, TileProducts.of(stove, NOON), PHOTO, EUROS);

        Keyed first = keys.of(TILE, stove, NOON, EUROS, TileFormat.PNG, PHOTO);

        assertEquals(expected, first.key());
        assertSame(first, keys.of(TILE, stove, NOON.plusSeconds(1), style("EUR"), TileFormat.PNG, PHOTO));
    }

    @Test
    void keyChangesWhenTheSaleBeginsAndWhenItEnds() {
        String before = key(NOON.minusSeconds(1));
        String during = key(NOON);

        assertNotEquals(before, during);
        assertEquals(before, key(NOON.plusSeconds(60)));
    }

    @Test
    void everythingElseThatATileShowsMakesAnotherKey() {
        assertThat(List.of(key(NOON),
                keys.of(TILE, stove, NOON, EUROS, TileFormat.PNG, Optional.empty()).key(),
                keys.of(TILE, stove, NOON, EUROS, TileFormat.PNG, Optional.of("1".repeat(64))).key(),
                keys.of(TILE, stove, NOON, EUROS, TileFormat.JPEG, PHOTO).key(),
                keys.of(TILE, stove, NOON, style("USD"), TileFormat.PNG, PHOTO).key(),
                keys.of(TILE, stove.withPrices(BigDecimal.TEN, BigDecimal.TEN), NOON, EUROS, TileFormat.PNG, PHOTO)
                        .key(),
                keys.of(CARD, stove, NOON, EUROS, TileFormat.PNG, PHOTO).key())).doesNotHaveDuplicates();
        assertEquals(renderer.key(TILE, TileProducts.of(stove, NOON), PHOTO, EUROS), key(NOON));
    }

    private String key(Instant now) {
        return keys.of(TILE, stove, now, EUROS, TileFormat.PNG, PHOTO).key();
    }

    private static TileStyle style(String currency) {
        return new TileStyle("Shop", Currency.getInstance(currency), Locale.ENGLISH, Optional.empty(), Map.of());
    }
}
