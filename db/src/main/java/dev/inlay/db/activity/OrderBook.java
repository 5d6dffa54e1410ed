package dev.inlay.db.activity;

import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.activity.ActivityRows.PurchaseRow;
import dev.inlay.db.activity.OrderDao.CountedRow;
import dev.inlay.db.activity.OrderDao.ReportRow;
import dev.inlay.db.identity.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reports of a website's orders, inside one entry of the writer. */
final class OrderBook {
    /** The most reports of one order that are looked at, in their order of arrival: nobody owns more devices. */
    private static final int REPORTS = 100;

    private final OrderDao dao;
    private final Writing writing;
    private final int websiteId;

    OrderBook(Writing writing, int websiteId) {
        this.dao = writing.handle().attach(OrderDao.class);
        this.writing = writing;
        this.websiteId = websiteId;
    }

    /**
     * Lets the report of {@code owner} count unless another does already; returns whose counts. Until the end of the
     * transaction nobody else, on no node, tells anything of this order.
     */
    Owner count(String orderNumber, Owner owner) {
        return dao.insertCounted(websiteId, orderNumber, owner.kind().letter(), owner.id()) == 1
                ? owner
                : dao.lockCounted(websiteId, orderNumber).map(CountedRow::owner)
                        .orElseGet(() -> count(orderNumber, owner));
    }

    Optional<OrderReport> find(Owner owner, String orderNumber) {
        return dao.findReport(websiteId, owner.kind().letter(), owner.id(), orderNumber).map(this::report);
    }

    List<OrderReport> ofTrackingUsers(String orderNumber) {
        return dao.findReports(websiteId, orderNumber, REPORTS).stream()
                .filter(row -> row.ownerKind().equals(Owner.Kind.TRACKING_USER.letter())).map(this::report).toList();
    }

    /** Stores {@code report}, unless its owner told of the order before; returns whether it did. */
    boolean add(OrderReport report, boolean counted) {
        if (dao.insertReport(ReportRow.of(websiteId, report), writing.seen()) == 0) {
            return false;
        }
        long id = RowId.next();
        List<PurchaseRow> rows = new ArrayList<>();
        for (OrderLine line : report.lines()) {
            rows.add(PurchaseRow.of(websiteId, report.owner(), report.orderNumber(), line, counted, report.seen(),
                    id++, report.atMs()));
        }
        dao.insertLines(rows);
        return true;
    }

    /** Returns whether {@code report} was still there. */
    boolean remove(OrderReport report) {
        ReportRow row = ReportRow.of(websiteId, report);
        dao.deleteLines(row);
        return dao.deleteReport(row) == 1;
    }

    /** Keeps the lines of {@code report} as what only its owner told. */
    void uncount(OrderReport report) {
        dao.uncountLines(ReportRow.of(websiteId, report));
    }

    /** Stores {@code report} as one that counts, in place of what its owner told before. */
    void put(OrderReport report) {
        if (!add(report, true)) {
            remove(report);
            add(report, true);
        }
    }

    /** Lets the report of {@code owner} be the one that counts. */
    void recount(String orderNumber, Owner owner) {
        dao.updateCounted(websiteId, orderNumber, owner.kind().letter(), owner.id());
    }

    private OrderReport report(ReportRow row) {
        return row.report(dao.findLines(row));
    }
}
