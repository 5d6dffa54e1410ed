package dev.inlay.db.activity;

import dev.inlay.db.activity.CountedOrders.Arrival;
import dev.inlay.db.activity.CountedOrders.Intake;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The rows behind {@link CountedOrders}. */
interface CountedOrdersDao {
    /** The report of an order that counts. */
    record ReportRow(String ownerKind, String ownerId, BigDecimal total, byte[] email, long atMs) { }

    /** A line of an order. */
    record LineRow(String productNumber, String url, BigDecimal quantity, BigDecimal lineTotal) { }

    @RegisterConstructorMapper(Arrival.class)
    @SqlQuery("""
            SELECT seen, order_number FROM conversion
            WHERE website_id = :websiteId AND seen >= :seen AND seen < :until
                AND (seen > :seen OR order_number > :orderNumber)
            ORDER BY website_id, seen, order_number
            LIMIT :limit
            """)
    List<Arrival> findArrivals(int websiteId, long seen, String orderNumber, long until, int limit);

    @RegisterConstructorMapper(Intake.class)
    @SqlQuery("""
            SELECT seen / 5662310400000 AS on_day, COUNT(*) AS reports, COALESCE(SUM(total), 0) AS total FROM conversion
            WHERE website_id = :websiteId AND seen >= :from AND seen < :until
            GROUP BY seen / 5662310400000
            """)
    List<Intake> countByDay(int websiteId, long from, long until);

    @RegisterConstructorMapper(ReportRow.class)
    @SqlQuery("""
            SELECT c.owner_kind, c.owner_id, c.total, c.email, c.at_ms
            FROM counted_order o
            JOIN conversion c ON c.website_id = o.website_id AND c.owner_kind = o.owner_kind AND c.owner_id = o.owner_id
                AND c.order_number = o.order_number
            WHERE o.website_id = :websiteId AND o.order_number = :orderNumber
            """)
    Optional<ReportRow> findCounted(int websiteId, String orderNumber);

    @RegisterConstructorMapper(LineRow.class)
    @SqlQuery("""
            SELECT product_number, url, quantity, line_total FROM purchase
            WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId
                AND order_number = :orderNumber
            """)
    List<LineRow> findLines(int websiteId, String ownerKind, String ownerId, String orderNumber);
}
