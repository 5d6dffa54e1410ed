package dev.inlay.db.statistics;

import dev.inlay.db.Database;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.campaign.Arm;
import dev.inlay.db.statistics.AttributionDao.OrderRow;
import dev.inlay.db.statistics.AttributionDao.ProductRow;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which orders are put down to which campaigns: at most one campaign for an order. */
public final class AttributionStore {
    private final Database database;

    /** A person's click in a campaign, and the arm of the lock that it came from. */
    public record Clicked(String campaignId, Instant at, Arm arm) { }

    public AttributionStore(Database database) {
        this.database = database;
        database.prepare(List.of(AttributionDao.class));
    }

    /** Until which order of arrival (see {@link dev.inlay.db.SeenClock}) all orders are done; empty at first. */
    public Optional<Long> progress(int websiteId) {
        return database.read(handle -> handle.attach(AttributionDao.class).findProgress(websiteId));
    }

    /** Remembers the progress; never goes back. */
    public void advance(int websiteId, long until) {
        database.writes().write(new Entry<>(Lane.BULK, "attribution_progress", String.valueOf(websiteId), writing -> {
            AttributionDao dao = writing.handle().attach(AttributionDao.class);
            if (dao.insertProgress(websiteId, until) == 0) {
                dao.updateProgress(websiteId, until);
            }
            return null;
        }));
    }

    /**
     * The last click of {@link RequestClass#PERSON} that {@code recipient} (16 bytes) made between these times, both
     * included.
     */
    public Optional<Clicked> lastClick(int websiteId, byte[] recipient, Instant from, Instant to) {
        return database.read(handle -> handle.attach(AttributionDao.class)
                .findLastClick(websiteId, recipient, from.toEpochMilli(), to.toEpochMilli()))
                .map(row -> new Clicked(row.campaignId(), Instant.ofEpochMilli(row.atMs()), row.arm()));
    }

    public Optional<AttributedOrder> find(int websiteId, String orderNumber) {
        return database.read(handle -> {
            AttributionDao dao = handle.attach(AttributionDao.class);
            return dao.findOrder(websiteId, orderNumber)
                    .map(row -> order(row, dao.findProducts(websiteId, orderNumber)));
        });
    }

    /** Stores {@code order} in place of what was stored of it before; of several at once, all of one of them. */
    public void put(int websiteId, AttributedOrder order) {
        OrderRow row = new OrderRow(order.orderNumber(), order.campaignId(),
                HexFormat.of().parseHex(order.recipient()), order.reason(), order.revenue(), order.at().toEpochMilli(),
                order.arm());
        List<ProductRow> products = order.products().entrySet().stream()
                .map(product -> new ProductRow(order.orderNumber(), product.getKey(), product.getValue())).toList();
        database.writes().write(new Entry<>(Lane.BULK, "attributed_order", order.orderNumber(), writing -> {
            AttributionDao dao = writing.handle().attach(AttributionDao.class);
            if (isHeld(dao, websiteId, row)) {
                dao.deleteProducts(websiteId, order.orderNumber());
                dao.insertProducts(websiteId, products);
            }
            return null;
        }));
    }

    /** Writes the row of the order and keeps it locked, so that its products are one node's at a time. */
    private static boolean isHeld(AttributionDao dao, int websiteId, OrderRow row) {
        return dao.insertOrder(websiteId, row) == 1 || dao.updateOrder(websiteId, row) == 1;
    }

    private static AttributedOrder order(OrderRow row, List<ProductRow> products) {
        return new AttributedOrder(row.orderNumber(), row.campaignId(), HexFormat.of().formatHex(row.recipient()),
                row.reason(), row.revenue(), Instant.ofEpochMilli(row.atMs()),
                products.stream().collect(Collectors.toMap(ProductRow::productNumber, ProductRow::revenue)), row.arm());
    }
}
