package dev.inlay.db.people;

import dev.inlay.db.people.OwnerRemovalDao.ReportRow;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Takes away reports of orders, inside an entry of the writer. An order that somebody else reported, too, counts by
 * that report from then on; of any other, statistics keep what it brought under another number.
 */
final class OrderRemoval {
    private final OwnerRemovalDao dao;
    private final NameRemoval names;
    private final MailRemoval mails;
    private final int websiteId;

    OrderRemoval(Handle handle, int websiteId, StandIns standIns) {
        this.dao = handle.attach(OwnerRemovalDao.class);
        this.names = new NameRemoval(handle, websiteId);
        this.mails = new MailRemoval(handle, websiteId, standIns);
        this.websiteId = websiteId;
    }

    void remove(ReportRow report) {
        String orderNumber = report.orderNumber();
        dao.lockCounted(websiteId, orderNumber);
        dao.deleteReport(websiteId, report.ownerKind(), report.ownerId(), orderNumber);
        boolean counted = dao.deleteCounted(websiteId, report.ownerKind(), report.ownerId(), orderNumber) == 1;
        List<ReportRow> others = dao.findReports(websiteId, orderNumber);
        if (others.isEmpty()) {
            mails.forgetOrder(orderNumber);
        } else if (counted) {
            count(others.getFirst());
        }
        if (report.email() != null) {
            names.dropUnused(List.of(report.email()));
        }
    }

    /** As {@link #remove}, with its lines; returns how many. */
    int removeWithLines(ReportRow report) {
        remove(report);
        return dao.deletePurchases(websiteId, report.ownerKind(), report.ownerId(), report.orderNumber());
    }

    private void count(ReportRow report) {
        dao.insertCounted(websiteId, report.ownerKind(), report.ownerId(), report.orderNumber());
        dao.countPurchases(websiteId, report.ownerKind(), report.ownerId(), report.orderNumber());
    }
}
