package dev.inlay.db.activity;

import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.LateAssociation;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import java.util.Optional;

/**
 * Brings together what tracking users and the order feed tell of one order, inside one entry of the writer. The feed's
 * row counts; a tracking user for whom the order is known takes its lines and total over and belongs to its customer
 * and email, whichever of the two came first.
 */
final class OrderWriter {
    /** What a row of the feed brought. */
    enum Effect { ADDED, CHANGED, NONE }

    private final Writing writing;
    private final int websiteId;
    private final IdentityStore identities;
    private final OrderBook book;
    private final KnownOrder known;

    OrderWriter(Writing writing, int websiteId, IdentityStore identities, ProductNames products) {
        this.writing = writing;
        this.websiteId = websiteId;
        this.identities = identities;
        this.book = new OrderBook(writing, websiteId);
        this.known = new KnownOrder(websiteId, products);
    }

    /** Stores what a shopper or the shop's back end reports, unless it did before. */
    void report(OrderReport report) {
        Owner counted = book.count(report.orderNumber(), report.owner());
        Optional<OrderReport> row = counted.equals(report.owner()) ? Optional.empty()
                : book.find(counted, report.orderNumber()).filter(OrderReport::isOfFeed)
                        .filter(told -> known.isKnown(report, told));
        if (book.add(row.map(report::after).orElse(report), counted.equals(report.owner()))) {
            if (report.isOfTrackingUser()) {
                identities.markSeen(writing, websiteId, new TrackingUserId(report.owner().id()));
            }
            row.ifPresent(told -> associate(report, told));
        }
    }

    /** Stores what the feed tells in place of what it told before; the keys of its email are kept. */
    Effect take(FeedOrder order) {
        Owner counted = book.count(order.orderNumber(), order.owner());
        Optional<OrderReport> before = book.find(counted, order.orderNumber());
        Optional<OrderReport> rowBefore = before.filter(OrderReport::isOfFeed);
        OrderReport row = rowBefore.map(order::completedBy).orElse(order).report(writing.now());
        if (rowBefore.flatMap(OrderReport::feedHash).equals(row.feedHash())) {
            return Effect.NONE;
        }
        replace(counted, before, row);
        book.ofTrackingUsers(row.orderNumber()).stream().filter(report -> known.isKnown(report, row))
                .forEach(report -> takeOver(report, row));
        return rowBefore.isPresent() ? Effect.CHANGED : Effect.ADDED;
    }

    private void replace(Owner counted, Optional<OrderReport> before, OrderReport row) {
        before.filter(OrderReport::isOfFeed).ifPresentOrElse(book::remove, () -> before.ifPresent(book::uncount));
        book.put(row);
        if (!counted.equals(row.owner())) {
            book.recount(row.orderNumber(), row.owner());
        }
    }

    private void takeOver(OrderReport report, OrderReport row) {
        if (book.remove(report)) {
            book.add(report.after(row), false);
            associate(report, row);
        }
    }

    /** As of the order, which was placed no later than it was reported. */
    private void associate(OrderReport report, OrderReport row) {
        identities.associate(writing, websiteId, new LateAssociation(new TrackingUserId(report.owner().id()),
                row.customer(), row.email(), Source.ORDER_FEED, Math.max(row.seen(), report.seen())));
    }
}
