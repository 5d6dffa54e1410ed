package dev.inlay.templates;

import dev.inlay.templates.photo.Photo;
import java.util.Optional;

/**
 * Draws tiles. Equal arguments give equal bytes, on every machine: bundled fonts only, no time stamp, no hash order.
 * Safe for use by many threads; drawing is native work that belongs on a bounded pool of platform threads.
 */
public final class TileRenderer {
    public TileRenderer() {
    }

    /** The tile of {@code product}; without {@code photo} the same size with a quiet placeholder. */
    public Tile draw(Template template, TileProduct product, Optional<Photo> photo, TileStyle style) {
        throw new UnsupportedOperationException("next");
    }

    /**
     * What {@link #draw} would draw, as a key: SHA-256 (hex) of the template's content, resolved variables, locale,
     * currency, the fields shown, {@code photoHash}, the format and the renderer's version. Equal keys, equal bytes.
     */
    public String key(Template template, TileProduct product, Optional<String> photoHash, TileStyle style) {
        throw new UnsupportedOperationException("next");
    }

    /** The template's neutral picture: the shop's name and a call to visit; promises no product. */
    public Tile neutral(Template template, TileStyle style) {
        throw new UnsupportedOperationException("next");
    }

    /** The neutral picture for a campaign that nobody knows: 1200x600 pixels, no shop's name. */
    public Tile neutral() {
        throw new UnsupportedOperationException("next");
    }
}
