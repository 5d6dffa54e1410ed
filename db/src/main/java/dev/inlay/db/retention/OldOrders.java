package dev.inlay.db.retention;

import dev.inlay.db.retention.ActivityRetentionDao.OrderKey;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Deletes reports of orders with all that hangs on them, inside an entry of the writer. An order that somebody else
 * told of later counts by that report from then on.
 */
final class OldOrders {
    private final ActivityRetentionDao dao;

    OldOrders(ActivityRetentionDao dao) {
        this.dao = dao;
    }

    /** Deletes those of {@code reports} that are still what they were when they were found. */
    void delete(List<OrderKey> reports) {
        List<OrderKey> gone = hit(reports, dao.deleteOrders(reports));
        dao.deletePurchases(gone);
        List<OrderKey> uncounted = hit(gone, dao.deleteCounted(gone));
        dao.countOthers(uncounted);
        dao.countLines(uncounted);
    }

    /** Those of {@code reports} of which a statement found a row. */
    private static List<OrderKey> hit(List<OrderKey> reports, int[] counts) {
        return IntStream.range(0, counts.length).filter(index -> counts[index] > 0).mapToObj(reports::get).toList();
    }
}
