package dev.inlay.server.newsletter;

import dev.inlay.db.Secret;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Sha256;
import dev.inlay.server.newsletter.TileDraft.Subject;
import dev.inlay.server.newsletter.TileKeys.Keyed;
import dev.inlay.templates.LiveValues;
import dev.inlay.templates.Template;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.TileStyle;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/** Turns products into tiles: with their price as it is now and their photo as we keep it. */
final class TilePainter {
    /** How a mailing wants a tile, and what is known only at the open. */
    record Wish(Website website, TileStyle style, Template template, TileFormat format, LiveValues live) { }

    /** What was drawn; not {@code whole} if the photo that the draft names could not be read. */
    record Drawn(KeptTile tile, boolean whole) { }

    private final TileRenderer renderer;
    private final Photos photos;
    private final TileKeys keys;
    private final Secret secret;
    private final InstantSource time;

    TilePainter(TileRenderer renderer, Photos photos, Secret secret, InstantSource time) {
        this.renderer = renderer;
        this.photos = photos;
        this.keys = new TileKeys(renderer);
        this.secret = secret;
        this.time = time;
    }

    TileDraft draft(Wish wish, Product product, Catalogue catalogue) {
        Template template = wish.template();
        Subject subject = new Subject(wish.website().id(), product.productNumber(), template.version(),
                TileProducts.inCurrencyOf(product, wish.style()), wish.format().of(template));
        Optional<Photo> photo = catalogue.photo(product);
        Keyed keyed = keys.of(template, product, time.instant(), subject.style(), subject.format(),
                photo.map(Photo::hash));
        String live = renderer.liveKey(template, subject.style(), wish.live());
        Optional<String> openKey = live.isEmpty() ? Optional.empty()
                : Optional.of(openKey(keyed.key() + " " + live, wish.live().firstName().isPresent()));
        return new TileDraft(keyed.key(), openKey, subject, template, keyed.product(), photo, wish.live());
    }

    /** Draws and codes; native work of tens of milliseconds, for {@link DrawingPool}. */
    Drawn draw(TileDraft draft) {
        Optional<dev.inlay.templates.photo.Photo> copy = draft.photo()
                .flatMap(photo -> photos.find(draft.subject().websiteId(), photo.url(), photo.hash()));
        TileStyle style = draft.subject().style();
        KeptTile tile = switch (draft.format()) {
            case PNG -> new KeptTile.Coded(renderer.code(draft.template(), draft.product(), copy, style));
            case JPEG -> new KeptTile.Jpeg(
                    renderer.drawJpeg(draft.template(), draft.product(), copy, style, draft.live()).bytes());
        };
        return new Drawn(tile, copy.isPresent() == draft.photo().isPresent());
    }

    /** What goes out: {@code tile} with what is live in {@code draft}; less than a millisecond. */
    byte[] open(KeptTile tile, TileDraft draft) {
        return switch (tile) {
            case KeptTile.Coded(var coded) ->
                    renderer.open(coded, draft.template(), draft.subject().style(), draft.live()).bytes();
            case KeptTile.Jpeg(byte[] bytes) -> bytes;
        };
    }

    /** Keyed where a name may be in it, since whoever reads it elsewhere could else try out names. */
    private String openKey(String drawn, boolean named) {
        byte[] bytes = drawn.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(named ? secret.hmac("live tile", bytes) : Sha256.of(bytes));
    }
}
