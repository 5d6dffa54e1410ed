package dev.inlay.db.activity;

import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Owner;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as the one report of it tells that counts.
 *
 * @param buyers who placed it, as its reports tell; the one that counts first
 * @param at when it was placed
 */
public record CountedOrder(String orderNumber, List<Buyer> buyers, Optional<BigDecimal> total, Instant at,
        List<OrderLine> lines) {
    /**
     * Who placed an order.
     *
     * @param email who it was mailed to, where the owner is a customer and that is known
     */
    public record Buyer(Owner owner, Optional<EmailKey> email) { }

    public CountedOrder {
        buyers = List.copyOf(buyers);
        lines = List.copyOf(lines);
    }

    /** What the order brought: its total or, where that was not told, the sum of its lines. */
    public BigDecimal revenue() {
        return total.orElseGet(() -> lines.stream().flatMap(line -> line.lineTotal().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
