package dev.inlay.db.activity;

import dev.inlay.db.Database;
import dev.inlay.db.activity.CountedOrder.Buyer;
import dev.inlay.db.activity.OrderDao.ReportRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders of a website, each told once however many reported it, and in which order they came. */
public final class CountedOrders {
    /** The most reports of one order whose owners count as its buyers, in their order of arrival. */
    private static final int BUYERS = 100;

    private final Database database;

    /** A report of an order; {@code arrived} is when it came or changed last, see {@link dev.inlay.db.SeenClock}. */
    public record Arrival(long arrived, String orderNumber) { }

    public CountedOrders(Database database) {
        this.database = database;
        database.prepare(List.of(CountedOrdersDao.class, OrderDao.class));
    }

    /** Up to {@code limit} reports after {@code last} and before {@code until}, in their order of arrival. */
    public List<Arrival> arrivals(int websiteId, Arrival last, long until, int limit) {
        return database.read(handle -> handle.attach(CountedOrdersDao.class)
                .findArrivals(websiteId, last.arrived(), last.orderNumber(), until, limit));
    }

    /**
     * The order as it counts. Where the order feed told of it, its buyers are whom the feed names and the tracking
     * users for whom the order is known; else all who reported it.
     */
    public Optional<CountedOrder> find(int websiteId, String orderNumber) {
        return database.read(handle -> {
            OrderDao dao = handle.attach(OrderDao.class);
            return handle.attach(CountedOrdersDao.class).findCounted(websiteId, orderNumber)
                    .map(row -> order(row.report(dao.findLines(row)),
                            dao.findReports(websiteId, orderNumber, BUYERS)));
        });
    }

    private static CountedOrder order(OrderReport counted, List<ReportRow> reports) {
        Stream<OrderReport> others = reports.stream().map(row -> row.report(List.of()))
                .filter(report -> counted.feedHash().isEmpty() || report.feedHash().isPresent());
        return new CountedOrder(counted.orderNumber(),
                Stream.concat(Stream.of(counted), others).map(CountedOrders::buyer).distinct().toList(),
                counted.total(), Instant.ofEpochMilli(counted.atMs()), counted.lines());
    }

    private static Buyer buyer(OrderReport report) {
        return new Buyer(report.owner(), report.buyerEmail());
    }
}
