package dev.inlay.db.activity;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Owner;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What one owner told of an order, as rows hold it.
 *
 * @param buyerEmail who it was mailed to, where the owner is a customer and that is known; by SHA-256
 * @param seen when it was placed, see {@link dev.inlay.db.SeenClock}
 * @param atMs the same in milliseconds since 1970
 * @param feedHash what the order feed's row told, where this report is the row's or takes after it
 */
record OrderReport(Owner owner, String orderNumber, Optional<BigDecimal> total, Optional<EmailKey> buyerEmail,
        long seen, long atMs, Optional<String> feedHash, List<OrderLine> lines) {
    OrderReport {
        lines = List.copyOf(lines);
    }

    boolean isOfTrackingUser() {
        return owner.kind() == Owner.Kind.TRACKING_USER;
    }

    /** Whether the order feed told it. */
    boolean isOfFeed() {
        return feedHash.isPresent() && !isOfTrackingUser();
    }

    Optional<CustomerId> customer() {
        return owner.kind() == Owner.Kind.CUSTOMER ? Optional.of(owner.customer()) : Optional.empty();
    }

    /** Who it was mailed to, whoever the owner is. */
    Optional<EmailKey> email() {
        return owner.kind() == Owner.Kind.EMAIL ? Optional.of(owner.email()) : buyerEmail;
    }

    /** This report with what {@code row}, which is of the same order, tells of it. */
    OrderReport after(OrderReport row) {
        return new OrderReport(owner, orderNumber, row.total, buyerEmail, seen, atMs, row.feedHash, row.lines);
    }
}
