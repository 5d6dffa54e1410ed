package dev.inlay.server.newsletter;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.website.Website;
import dev.inlay.templates.Template;
import dev.inlay.templates.TileProduct;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.TileStyle;
import java.time.InstantSource;
import java.util.Optional;

/** Turns products into tiles: with their price as it is now and their photo as we keep it. */
final class TilePainter {
    /** A coded tile; not {@code whole} if the photo that the draft names could not be read. */
    record Drawn(byte[] bytes, boolean whole) { }

    private final TileRenderer renderer;
    private final Photos photos;
    private final InstantSource time;

    TilePainter(TileRenderer renderer, Photos photos, InstantSource time) {
        this.renderer = renderer;
        this.photos = photos;
        this.time = time;
    }

    TileDraft draft(Website website, TileStyle style, Template template, Product product, Catalogue catalogue) {
        TileProduct shown = TileProducts.of(product, time.instant());
        TileStyle own = TileProducts.inCurrencyOf(product, style);
        Optional<Photo> photo = catalogue.photo(product);
        String key = renderer.key(template, shown, photo.map(Photo::hash), own);
        return new TileDraft(key, website.id(), template, shown, photo, own);
    }

    /** Draws; native work, for {@link DrawingPool}. */
    Drawn draw(TileDraft draft) {
        Optional<dev.inlay.templates.photo.Photo> copy = draft.photo()
                .flatMap(photo -> photos.find(draft.websiteId(), photo.url(), photo.hash()));
        byte[] bytes = renderer.draw(draft.template(), draft.product(), copy, draft.style()).bytes();
        return new Drawn(bytes, copy.isPresent() == draft.photo().isPresent());
    }
}
