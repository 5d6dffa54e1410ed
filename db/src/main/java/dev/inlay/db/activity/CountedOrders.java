package dev.inlay.db.activity;

import dev.inlay.db.Database;
import dev.inlay.db.activity.CountedOrdersDao.LineRow;
import dev.inlay.db.activity.CountedOrdersDao.ReportRow;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Owner;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders of a website, each told once however many reported it, and in which order they came. */
public final class CountedOrders {
    private final Database database;

    /** A report of an order; {@code seen} is its order of arrival, see {@link dev.inlay.db.SeenClock}. */
    public record Arrival(long seen, String orderNumber) { }

    /** What was reported on a day, which is {@code onDay} days after 1970-01-01 (UTC). */
    public record Intake(long onDay, long reports, BigDecimal total) { }

    public CountedOrders(Database database) {
        this.database = database;
        database.prepare(List.of(CountedOrdersDao.class));
    }

    /** Up to {@code limit} reports after {@code last} and before {@code until}, in their order of arrival. */
    public List<Arrival> arrivals(int websiteId, Arrival last, long until, int limit) {
        return database.read(handle -> handle.attach(CountedOrdersDao.class)
                .findArrivals(websiteId, last.seen(), last.orderNumber(), until, limit));
    }

    /** What arrived each day from {@code from} until before {@code until}: tells on which days orders came late. */
    public List<Intake> intake(int websiteId, long from, long until) {
        return database.read(handle -> handle.attach(CountedOrdersDao.class).countByDay(websiteId, from, until));
    }

    public Optional<CountedOrder> find(int websiteId, String orderNumber) {
        return database.read(handle -> {
            CountedOrdersDao dao = handle.attach(CountedOrdersDao.class);
            return dao.findCounted(websiteId, orderNumber).map(report -> order(orderNumber, report,
                    dao.findLines(websiteId, report.ownerKind(), report.ownerId(), orderNumber)));
        });
    }

    private static CountedOrder order(String orderNumber, ReportRow report, List<LineRow> lines) {
        return new CountedOrder(orderNumber, new Owner(Owner.Kind.of(report.ownerKind()), report.ownerId()),
                Optional.ofNullable(report.email()).map(bytes -> new EmailKey(EmailKey.Digest.SHA256, bytes)),
                Optional.ofNullable(report.total()), Instant.ofEpochMilli(report.atMs()),
                lines.stream().map(CountedOrders::line).toList());
    }

    private static OrderLine line(LineRow row) {
        return new OrderLine(
                new ProductReference(Optional.ofNullable(row.productNumber()), Optional.ofNullable(row.url())),
                Optional.ofNullable(row.quantity()), Optional.ofNullable(row.lineTotal()));
    }
}
