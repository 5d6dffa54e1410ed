package dev.inlay.db.activity;

import dev.inlay.db.SeenClock;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Owner;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An order as a row of the shop's order feed tells it. What is absent was not told, and an earlier row's word on it
 * stays: so the quantity of a line must be absent, not 1, where the feed has none.
 *
 * @param orderNumber not blank
 * @param date when it was placed; a date before 1970 counts as 1970, one that is yet to come as now
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

    /** The customer, else the email, else nobody. */
    Owner owner() {
        return customer.map(Owner::of).or(() -> emailKey().map(Owner::of)).orElseGet(() -> Owner.nobody(orderNumber));
    }

    Optional<EmailKey> emailKey() {
        return email.stream().filter(key -> key.digest() == EmailKey.Digest.SHA256).findFirst();
    }

    /** This row as the report that it is; {@code now} is the wall clock, milliseconds since 1970. */
    OrderReport report(long now) {
        long atMs = date.isBefore(Instant.EPOCH) ? 0
                : date.isAfter(Instant.ofEpochMilli(now)) ? now : date.toEpochMilli();
        return new OrderReport(owner(), orderNumber, total, customer.flatMap(known -> emailKey()), SeenClock.of(atMs),
                atMs, Optional.of(OrderHash.of(this)), lines);
    }

    /**
     * This row with what only the {@code earlier} row of the order told: formats differ in what they tell. A row that
     * names another customer or email tells all there is to know of them.
     */
    FeedOrder completedBy(OrderReport earlier) {
        boolean isSameEmail = email.isEmpty() || emailKey().equals(earlier.email());
        boolean isSameCustomer = customer.isEmpty() || customer.equals(earlier.customer());
        return new FeedOrder(orderNumber, date, total.or(earlier::total),
                isSameEmail ? customer.or(earlier::customer) : customer,
                email.isEmpty() && isSameCustomer ? earlier.email().stream().toList() : email,
                completed(lines, earlier.lines()));
    }

    private static List<OrderLine> completed(List<OrderLine> lines, List<OrderLine> earlier) {
        if (lines.isEmpty()) {
            return earlier;
        }
        List<OrderLine> left = new ArrayList<>(earlier);
        return lines.stream().map(line -> {
            Optional<OrderLine> same =
                    left.stream().filter(other -> line.product().isSame(other.product())).findFirst();
            same.ifPresent(left::remove);
            return same.map(line::completedBy).orElse(line);
        }).toList();
    }
}
