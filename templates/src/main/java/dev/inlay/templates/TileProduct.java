package dev.inlay.templates;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a tile shows of a product. Text is data: it is never parsed again.
 *
 * @param price the present price
 * @param oldPrice the higher price before, if reduced
 * @param discountPercent whole percent saved, 0 if not reduced
 * @param inStock a sold-out product says so
 * @param extra further values that templates may name as {@code {{extra.name}}}
 */
public record TileProduct(String title, Optional<String> brand, Optional<BigDecimal> price,
        Optional<BigDecimal> oldPrice, int discountPercent, boolean inStock, Map<String, String> extra) {
    public TileProduct {
        Objects.requireNonNull(title, "title");
        extra = Map.copyOf(extra);
    }
}
