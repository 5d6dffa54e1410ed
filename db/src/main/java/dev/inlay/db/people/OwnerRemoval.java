package dev.inlay.db.people;

import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.people.OwnerRemovalDao.ReportRow;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Takes away what owners did, inside an entry of the writer: a little each time. */
final class OwnerRemoval {
    private static final int ROWS = 300;
    private static final int ORDERS = 20;

    private final OwnerRemovalDao dao;
    private final OrderRemoval orders;
    private final int websiteId;

    OwnerRemoval(Handle handle, int websiteId, StandIns standIns) {
        this.dao = handle.attach(OwnerRemovalDao.class);
        this.orders = new OrderRemoval(handle, websiteId, standIns);
        this.websiteId = websiteId;
    }

    /** Some events and orders of {@code owner}; the step is the last once nothing is left. */
    Step remove(Owner owner) {
        String kind = owner.kind().letter();
        List<Long> events = dao.firstEvents(websiteId, kind, owner.id(), ROWS);
        int viewed = events.isEmpty() ? 0 : dao.deleteEvents(websiteId, kind, owner.id(), events.getLast());
        List<ReportRow> reports = dao.firstReports(websiteId, kind, owner.id(), ORDERS);
        reports.forEach(orders::remove);
        List<Long> lines = dao.firstPurchases(websiteId, kind, owner.id(), ROWS);
        int bought = lines.isEmpty() ? 0 : dao.deletePurchases(websiteId, kind, owner.id(), lines.getLast());
        dao.deleteCart(websiteId, kind, owner.id());
        boolean last = events.size() < ROWS && reports.size() < ORDERS && lines.size() < ROWS;
        return new Step(viewed + bought, reports.size(), last);
    }

    /** Some orders that were mailed to {@code email}, whoever they belong to. */
    Step removeMailed(EmailKey email) {
        List<ReportRow> reports = dao.firstReportsMailedTo(websiteId, email.bytes(), ORDERS).stream()
                .sorted(Comparator.comparing(ReportRow::orderNumber)).toList();
        int lines = reports.stream().mapToInt(orders::removeWithLines).sum();
        return new Step(lines, reports.size(), reports.size() < ORDERS);
    }
}
