package dev.inlay.db.activity;

import dev.inlay.db.activity.CountedOrders.Arrival;
import dev.inlay.db.activity.OrderDao.ReportRow;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The rows behind {@link CountedOrders}. */
interface CountedOrdersDao {
    @RegisterConstructorMapper(Arrival.class)
    @SqlQuery("""
            SELECT arrived, order_number FROM conversion
            WHERE website_id = :websiteId AND arrived >= :arrived AND arrived < :until
                AND (arrived > :arrived OR order_number > :orderNumber)
            ORDER BY website_id, arrived, order_number
            LIMIT :limit
            """)
    List<Arrival> findArrivals(int websiteId, long arrived, String orderNumber, long until, int limit);

    @RegisterConstructorMapper(ReportRow.class)
    @SqlQuery("""
            SELECT c.website_id, c.owner_kind, c.owner_id, c.order_number, c.total, c.email, c.seen, c.at_ms,
                c.feed_hash
            FROM counted_order o
            JOIN conversion c ON c.website_id = o.website_id AND c.owner_kind = o.owner_kind AND c.owner_id = o.owner_id
                AND c.order_number = o.order_number
            WHERE o.website_id = :websiteId AND o.order_number = :orderNumber
            """)
    Optional<ReportRow> findCounted(int websiteId, String orderNumber);
}
