package dev.inlay.server.newsletter;

import dev.inlay.db.catalogue.Price;
import dev.inlay.db.catalogue.Product;
import dev.inlay.templates.TileProduct;
import dev.inlay.templates.TileStyle;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/** Products of a catalogue as tiles show them. */
public final class TileProducts {
    private TileProducts() {
    }

    /** What a tile shows of {@code product} at {@code now}: the sale price only while the sale lasts. */
    public static TileProduct of(Product product, Instant now) {
        Optional<Price> price = product.priceAt(now);
        return new TileProduct(Objects.requireNonNullElse(product.title(), ""), Optional.ofNullable(product.brand()),
                price.map(Price::present), price.flatMap(Price::old), price.map(Price::discountPercent).orElse(0),
                product.inStock(), product.extraData());
    }

    /** {@code style} with the currency that {@code product} names, if it names one. */
    public static TileStyle inCurrencyOf(Product product, TileStyle style) {
        if (product.currency() == null) {
            return style;
        }
        try {
            return new TileStyle(style.shopName(), Currency.getInstance(product.currency()), style.locale(),
                    style.priceFormat(), style.variables());
        } catch (IllegalArgumentException e) {
            return style;
        }
    }
}
