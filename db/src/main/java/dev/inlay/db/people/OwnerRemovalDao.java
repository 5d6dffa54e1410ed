package dev.inlay.db.people;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows that {@link OwnerRemoval} and {@link OrderRemoval} take away. */
interface OwnerRemovalDao {
    /** A report of an order. */
    record ReportRow(String ownerKind, String ownerId, String orderNumber, byte[] email) { }

    @SqlQuery("""
            SELECT seen FROM event
            WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id
            ORDER BY website_id, owner_kind, owner_id, seen
            LIMIT :limit
            """)
    List<Long> firstEvents(int websiteId, String kind, String id, int limit);

    @SqlUpdate("""
            DELETE FROM event
            WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id AND seen <= :until
            """)
    int deleteEvents(int websiteId, String kind, String id, long until);

    @SqlQuery("""
            SELECT seen FROM purchase
            WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id
            ORDER BY website_id, owner_kind, owner_id, seen
            LIMIT :limit
            """)
    List<Long> firstPurchases(int websiteId, String kind, String id, int limit);

    @SqlUpdate("""
            DELETE FROM purchase
            WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id AND seen <= :until
            """)
    int deletePurchases(int websiteId, String kind, String id, long until);

    @SqlUpdate("""
            DELETE FROM purchase
            WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id AND order_number = :orderNumber
            """)
    int deletePurchases(int websiteId, String kind, String id, String orderNumber);

    @SqlUpdate("DELETE FROM cart WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id")
    void deleteCart(int websiteId, String kind, String id);

    @RegisterConstructorMapper(ReportRow.class)
    @SqlQuery("""
            SELECT owner_kind, owner_id, order_number, email FROM conversion
            WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id
            ORDER BY website_id, owner_kind, owner_id, order_number
            LIMIT :limit
            """)
    List<ReportRow> firstReports(int websiteId, String kind, String id, int limit);

    @RegisterConstructorMapper(ReportRow.class)
    @SqlQuery("""
            SELECT owner_kind, owner_id, order_number, email FROM conversion
            WHERE website_id = :websiteId AND email = :email
            ORDER BY website_id, email, seen
            LIMIT :limit
            """)
    List<ReportRow> firstReportsMailedTo(int websiteId, byte[] email, int limit);

    /** Until the end of the transaction nobody else, on no node, tells anything of this order. */
    @SqlQuery("""
            SELECT order_number FROM counted_order
            WHERE website_id = :websiteId AND order_number = :orderNumber
            FOR UPDATE
            """)
    Optional<String> lockCounted(int websiteId, String orderNumber);

    @SqlUpdate("""
            DELETE FROM conversion
            WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id AND order_number = :orderNumber
            """)
    void deleteReport(int websiteId, String kind, String id, String orderNumber);

    @SqlUpdate("""
            DELETE FROM counted_order
            WHERE website_id = :websiteId AND order_number = :orderNumber AND owner_kind = :kind AND owner_id = :id
            """)
    int deleteCounted(int websiteId, String kind, String id, String orderNumber);

    /** The reports of an order that are left, the first one first. */
    @RegisterConstructorMapper(ReportRow.class)
    @SqlQuery("""
            SELECT owner_kind, owner_id, order_number, email FROM conversion
            WHERE website_id = :websiteId AND order_number = :orderNumber
            ORDER BY arrived, owner_kind, owner_id
            """)
    List<ReportRow> findReports(int websiteId, String orderNumber);

    @SqlUpdate("""
            INSERT INTO counted_order (website_id, order_number, owner_kind, owner_id)
            VALUES (:websiteId, :orderNumber, :kind, :id)
            ON CONFLICT DO NOTHING
            """)
    int insertCounted(int websiteId, String kind, String id, String orderNumber);

    @SqlUpdate("""
            UPDATE purchase SET counted = TRUE
            WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id AND order_number = :orderNumber
            """)
    void countPurchases(int websiteId, String kind, String id, String orderNumber);
}
