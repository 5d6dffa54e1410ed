package dev.inlay.db.activity;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as a row of the shop's order feed tells it. What is absent was not told: an earlier row's word on it stays.
 *
 * @param orderNumber not blank
 * @param date when it was placed
 * @param customer whose it is, if the shop has an account for them
 * @param email the keys of the buyer's address (SHA-256, SHA-1, MD5), or none
 */
public record FeedOrder(String orderNumber, Instant date, Optional<BigDecimal> total, Optional<CustomerId> customer,
        List<EmailKey> email, List<OrderLine> lines) {
    public FeedOrder {
        if (orderNumber.isBlank()) {
            throw new IllegalArgumentException("orderNumber must not be blank");
        }
        email = List.copyOf(email);
        lines = List.copyOf(lines);
    }
}
