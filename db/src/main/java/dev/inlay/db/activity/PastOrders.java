package dev.inlay.db.activity;

import dev.inlay.db.activity.ActivityRows.PurchaseRow;
import dev.inlay.db.activity.ImportDao.CountedRow;
import dev.inlay.db.activity.ImportDao.OrderRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the lines of past orders into the store: each order with one report for each owner, counted once whoever told
 * it. An order whose lines are known from elsewhere, which knows better, gains none.
 */
final class PastOrders {
    /** What makes lines one report of an order. */
    private record Report(String ownerKind, String ownerId, String orderNumber) {
        static Report of(PurchaseRow line) {
            return new Report(line.ownerKind(), line.ownerId(), line.orderNumber());
        }
    }

    private final ImportDao dao;

    PastOrders(ImportDao dao) {
        this.dao = dao;
    }

    /** Writes {@code lines}; returns how many of them are new. */
    int write(List<PurchaseRow> lines) {
        Map<Report, List<PurchaseRow>> reports = new LinkedHashMap<>();
        lines.forEach(line -> reports.computeIfAbsent(Report.of(line), report -> new ArrayList<>()).add(line));
        List<OrderRow> orders = reports.values().stream().map(PastOrders::order).toList();
        boolean allNew = Chunks.write(orders, dao::insertOrders) == orders.size();
        List<OrderRow> own = allNew ? orders : orders.stream().filter(order -> !dao.hasOtherLines(order)).toList();
        boolean allCount = Chunks.write(own, dao::insertCounted) == own.size();
        List<PurchaseRow> rows = new ArrayList<>();
        for (OrderRow order : own) {
            boolean counts = allCount || counts(order);
            reports.get(new Report(order.ownerKind(), order.ownerId(), order.orderNumber()))
                    .forEach(line -> rows.add(counts ? counted(line) : line));
        }
        return Chunks.write(rows, dao::insertPurchases);
    }

    /** The report that {@code lines} make: placed with the first of them. */
    private static OrderRow order(List<PurchaseRow> lines) {
        PurchaseRow first = lines.stream().min(Comparator.comparingLong(PurchaseRow::atMs)).orElseThrow();
        return new OrderRow(first.websiteId(), first.ownerKind(), first.ownerId(), first.orderNumber(), first.seen(),
                first.atMs());
    }

    private boolean counts(OrderRow order) {
        return dao.findCounted(order.websiteId(), order.orderNumber())
                .filter(new CountedRow(order.ownerKind(), order.ownerId())::equals).isPresent();
    }

    private static PurchaseRow counted(PurchaseRow line) {
        return new PurchaseRow(line.websiteId(), line.ownerKind(), line.ownerId(), line.seen(), line.id(),
                line.orderNumber(), line.productNumber(), line.url(), line.quantity(), line.lineTotal(), true,
                line.atMs());
    }
}
