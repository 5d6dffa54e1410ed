package dev.inlay.server.newsletter;

import dev.inlay.templates.Template;
import dev.inlay.templates.TileProduct;
import dev.inlay.templates.TileStyle;
import java.util.Optional;

/** A tile before it is drawn; {@code key} names what it will look like. */
record TileDraft(String key, Template template, TileProduct product, Optional<String> photoHash, TileStyle style) {
    /** Strong: equal keys have equal bytes, whoever asks. */
    String etag() {
        return '"' + key + '"';
    }
}
