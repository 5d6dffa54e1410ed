package dev.inlay.server.newsletter;

import dev.inlay.db.catalogue.Photo;
import dev.inlay.templates.Template;
import dev.inlay.templates.TileProduct;
import dev.inlay.templates.TileStyle;
import java.util.Optional;

/**
 * A tile before it is drawn.
 *
 * @param key names what it will look like
 * @param photo what {@code websiteId} keeps of the product's photo, if it is ready
 */
record TileDraft(String key, int websiteId, Template template, TileProduct product, Optional<Photo> photo,
        TileStyle style) {
    /** Strong: equal keys have equal bytes, whoever asks. */
    String etag() {
        return '"' + key + '"';
    }
}
