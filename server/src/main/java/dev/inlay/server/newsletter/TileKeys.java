package dev.inlay.server.newsletter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.db.catalogue.Price;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.http.Sha256;
import dev.inlay.templates.Template;
import dev.inlay.templates.TileProduct;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.TileStyle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What tiles show of products, and the keys of these tiles: worked out when a product is first asked for in a template,
 * then remembered for as long as both are in memory and nothing that the tile shows has changed.
 */
final class TileKeys {
    /**
     * What else a key depends on beside product and template.
     *
     * @param price as it is at the moment: a sale begins and ends while the product stays
     */
    record Look(TileStyle style, TileFormat format, Optional<String> photoHash, Optional<Price> price) { }

    /** Holds neither product nor template, so that they may go. */
    record Keyed(Look look, TileProduct product, String key) { }

    private static final int MOST_PRODUCTS = 50_000;

    private final TileRenderer renderer;
    private final Cache<Template, Cache<Product, Keyed>> known = Caffeine.newBuilder().weakKeys().build();

    TileKeys(TileRenderer renderer) {
        this.renderer = renderer;
    }

    Keyed of(Template template, Product product, Instant now, TileStyle style, TileFormat format,
            Optional<String> photoHash) {
        Look look = new Look(style, format, photoHash, product.priceAt(now));
        Cache<Product, Keyed> products = known.get(template, absent -> Caffeine.newBuilder().weakKeys()
                .maximumSize(MOST_PRODUCTS).build());
        Keyed before = products.getIfPresent(product);
        if (before != null && before.look().equals(look)) {
            return before;
        }
        TileProduct shown = TileProducts.of(product, now);
        String key = key(format, renderer.key(template, shown, photoHash, style));
        Keyed keyed = new Keyed(look, shown, key);
        products.put(product, keyed);
        return keyed;
    }

    private static String key(TileFormat format, String key) {
        return format == TileFormat.PNG ? key : HexFormat.of().formatHex(Sha256.of((format + " " + key).getBytes(
                StandardCharsets.US_ASCII)));
    }
}
