package dev.inlay.server.newsletter;

import dev.inlay.db.catalogue.Photo;
import dev.inlay.templates.LiveValues;
import dev.inlay.templates.Template;
import dev.inlay.templates.TileProduct;
import dev.inlay.templates.TileStyle;
import java.util.Optional;

/**
 * A tile before it is drawn.
 *
 * @param key names what it will look like but for what is live in it
 * @param openKey names what it will look like to the one who opens it; empty if nothing in it is live
 * @param photo what the website keeps of the product's photo, if it is ready
 */
record TileDraft(String key, Optional<String> openKey, Subject subject, Template template, TileProduct product,
        Optional<Photo> photo, LiveValues live) {
    /** What a tile shows and how: stays while the product's price, stock and photo change. */
    record Subject(int websiteId, String productNumber, String templateVersion, TileStyle style, TileFormat format) { }

    /** Names what it will look like, live values and all. */
    String name() {
        return openKey.orElse(key);
    }

    /** Strong: equal tags have equal bytes, whoever asks. */
    String etag() {
        return '"' + name() + '"';
    }

    TileFormat format() {
        return subject.format();
    }

    /** Whether nothing of it is the same for all who open it: a JPEG cannot be spliced. */
    boolean isForOne() {
        return format() == TileFormat.JPEG && openKey.isPresent();
    }
}
