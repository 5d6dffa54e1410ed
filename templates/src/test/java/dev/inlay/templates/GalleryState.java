package dev.inlay.templates;

import dev.inlay.templates.photo.Photo;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a template may be asked to show: a product in some state, or none. */
enum GalleryState {
    REDUCED("backpack", Samples.reduced(Samples.product("Wander 28 day pack", "Kestrelby", "119.00"), "149.00", 20),
            "EUR", "en-IE", live("Anna", Duration.ofMinutes(2 * 1440 + 14 * 60 + 38))),
    PLAIN("teapot", Samples.product("Mossbank stoneware teapot", "Quillby", "48.00"), "EUR", "fr-FR", LiveValues.NONE),
    SOLD_OUT("birdhouse", Samples.soldOut(Samples.product("Red-roof bird house", "Brambury", "36.00")),
            "GBP", "en-GB", live("Zoë", Duration.ofMinutes(59))),
    LONG("armchair", Samples.reduced(Samples.product("Höhenverstellbarer Lesesessel mit gewebtem Bezug, losen Kissen "
            + "und gedrechselten Beinen aus geölter Eiche", "Ollenholm Manufaktur", "1234567.89"), "2345678.90", 47),
            "EUR", "de-DE", live("Maximiliane Konstanze Alexandra Hohenfels", Duration.ofDays(120))),
    BARE("", Samples.withoutBrand(Samples.product("Alma round side table", "", "139.00")), "USD", "en-US",
            LiveValues.NONE),
    RIGHT_TO_LEFT("floor-lamp", Samples.reduced(Samples.product("מנורת שולחן עם אור חם ובסיס פליז (Mira 2)", "לומן",
            "349.90"), "499.90", 30), "ILS", "he-IL", live("נועה", Duration.ZERO)),
    NEUTRAL("", null, "EUR", "en-IE", LiveValues.NONE),
    NOBODYS("", null, "EUR", "en-IE", LiveValues.NONE);

    private static final TileRenderer RENDERER = new TileRenderer();

    private final String photo;
    private final TileProduct product;
    private final String currency;
    private final String locale;
    private final LiveValues live;

    GalleryState(String photo, TileProduct product, String currency, String locale, LiveValues live) {
        this.photo = photo;
        this.product = product;
        this.currency = currency;
        this.locale = locale;
        this.live = live;
    }

    Tile draw(Template template) {
        TileStyle named = Samples.style(currency, locale);
        TileStyle style = this == NOBODYS
                ? new TileStyle("", named.currency(), named.locale(), Optional.empty(), Map.of()) : named;
        if (product == null) {
            return RENDERER.neutral(template, style);
        }
        Optional<Photo> shown = photo.isEmpty() ? Optional.empty() : Optional.of(Samples.drawing(photo));
        return RENDERER.draw(template, product, shown, style, live);
    }

    private static LiveValues live(String firstName, Duration left) {
        return new LiveValues(Optional.of(firstName), Optional.of(left));
    }
}
