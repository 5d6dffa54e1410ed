package dev.inlay.db.activity;

import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Owner;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The one report of an order that counts.
 *
 * @param owner who placed it
 * @param email who it was mailed to, where the owner is a customer and that is known
 * @param at when it was placed
 */
public record CountedOrder(String orderNumber, Owner owner, Optional<EmailKey> email, Optional<BigDecimal> total,
        Instant at, List<OrderLine> lines) {
    public CountedOrder {
        lines = List.copyOf(lines);
    }

    /** What the order brought: its total or, where that was not told, the sum of its lines. */
    public BigDecimal revenue() {
        return total.orElseGet(() -> lines.stream().flatMap(line -> line.lineTotal().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
