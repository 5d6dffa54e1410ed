package dev.inlay.db.people;

import dev.inlay.db.people.MailRemovalDao.AttributedRow;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Takes away what mails left of recipients, inside an entry of the writer, a little each time: locks go, clicks and
 * orders stay in the statistics, where they count as somebody's of whom nobody knows.
 */
final class MailRemoval {
    private static final int ROWS = 300;

    private final MailRemovalDao dao;
    private final StandIns standIns;
    private final int websiteId;

    MailRemoval(Handle handle, int websiteId, StandIns standIns) {
        this.dao = handle.attach(MailRemovalDao.class);
        this.standIns = standIns;
        this.websiteId = websiteId;
    }

    /** Some locks of {@code recipient}; returns how many, 0 once none is left. */
    int removeLocks(byte[] recipient) {
        List<Long> locks = dao.firstLocks(websiteId, recipient, ROWS);
        return locks.isEmpty() ? 0 : dao.deleteLocks(websiteId, recipient, locks.getLast());
    }

    /** Makes some clicks and orders of {@code recipient}, not later than a time, nobody's; returns whether all are. */
    boolean forgetClicks(byte[] recipient, long untilMs) {
        List<Long> clicks = dao.firstClicks(websiteId, recipient, untilMs, ROWS);
        if (!clicks.isEmpty()) {
            dao.renameClicks(websiteId, recipient, standIns.recipient(recipient), clicks.getLast());
        }
        List<AttributedRow> orders = dao.firstOrders(websiteId, recipient, untilMs, ROWS);
        orders.forEach(this::forget);
        return clicks.size() < ROWS && orders.size() < ROWS;
    }

    /** Gives an order that nobody reports any more another number. */
    void forgetOrder(String orderNumber) {
        dao.findOrder(websiteId, orderNumber).forEach(this::forget);
    }

    private void forget(AttributedRow order) {
        String number = order.orderNumber();
        String other = standIns.order(number);
        if (dao.isReported(websiteId, number)) {
            dao.renameOrder(websiteId, number, number, standIns.recipient(order.recipient()));
        } else if (dao.findOrder(websiteId, other).isEmpty()) {
            dao.renameOrder(websiteId, number, other, standIns.recipient(order.recipient()));
            dao.renameProducts(websiteId, number, other);
        } else {
            removeAgain(number);
        }
    }

    /** Whoever was putting the order down to a mail when it was erased did so once more: it counts already. */
    private void removeAgain(String orderNumber) {
        dao.deleteOrder(websiteId, orderNumber);
        dao.deleteProducts(websiteId, orderNumber);
    }
}
