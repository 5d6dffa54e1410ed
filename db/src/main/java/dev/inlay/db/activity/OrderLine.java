package dev.inlay.db.activity;

import java.math.BigDecimal;
import java.util.Optional;

/** One line of an order; {@code lineTotal} includes tax and counts all of {@code quantity}. */
public record OrderLine(ProductReference product, Optional<BigDecimal> quantity, Optional<BigDecimal> lineTotal) {
    /** This with what {@code other}, a line of the same product, alone tells. */
    OrderLine completedBy(OrderLine other) {
        boolean isAsMany = quantity.isEmpty()
                || Amount.isSame(Amount.storable(quantity), Amount.storable(other.quantity));
        return new OrderLine(product.completedBy(other.product), quantity.or(other::quantity),
                lineTotal.isEmpty() && isAsMany ? other.lineTotal : lineTotal);
    }
}
