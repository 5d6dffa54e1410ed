package dev.inlay.db.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a product costs and whether it can be had.
 *
 * @param price as {@link Product#price()}, or {@code null}
 * @param oldPrice as {@link Product#oldPrice()}, or {@code null}
 * @param saleStart or {@code null}
 * @param saleEnd or {@code null}
 */
public record Offer(BigDecimal price, BigDecimal oldPrice, Instant saleStart, Instant saleEnd, boolean inStock) {
    public static Offer of(Product product) {
        return new Offer(product.price(), product.oldPrice(), product.saleStart(), product.saleEnd(),
                product.inStock());
    }

    /** The same prices of a product that cannot be had. */
    public Offer soldOut() {
        return new Offer(price, oldPrice, saleStart, saleEnd, false);
    }

    /** What is asked at {@code now}: the sale price only while the sale lasts; empty without any price. */
    public Optional<Price> priceAt(Instant now) {
        boolean saleOver = saleStart != null && now.isBefore(saleStart) || saleEnd != null && !now.isBefore(saleEnd);
        BigDecimal present = saleOver && oldPrice != null ? oldPrice : price;
        if (present == null || present.signum() <= 0) {
            return Optional.empty();
        }
        boolean reduced = !saleOver && oldPrice != null && oldPrice.compareTo(present) > 0;
        return Optional.of(new Price(present, reduced ? Optional.of(oldPrice) : Optional.empty()));
    }

    /** Whether {@code other} is the same but for trailing zeros of its prices. */
    boolean isSame(Offer other) {
        return inStock == other.inStock && isSame(price, other.price) && isSame(oldPrice, other.oldPrice)
                && Objects.equals(saleStart, other.saleStart) && Objects.equals(saleEnd, other.saleEnd);
    }

    private static boolean isSame(BigDecimal some, BigDecimal other) {
        return some == null || other == null ? some == other : some.compareTo(other) == 0;
    }
}
