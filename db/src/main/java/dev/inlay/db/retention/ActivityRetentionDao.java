package dev.inlay.db.retention;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Finds and deletes what shoppers did long ago. */
interface ActivityRetentionDao {
    /** Names a row of table {@code event}; with {@code atMs}, which no key holds, H2 reads in the order of age. */
    record EventKey(int websiteId, String ownerKind, String ownerId, long seen, long id, long atMs) { }

    /** Names a row of table {@code cart}, with {@code atMs} for the same reason. */
    record CartKey(int websiteId, String ownerKind, String ownerId, long seen, long atMs) { }

    /** Names a row of table {@code conversion}. */
    record OrderKey(int websiteId, String ownerKind, String ownerId, String orderNumber, long seen) { }

    /** When a tracking user was seen. */
    record Sight(int websiteId, String trackingUserId, long seen) { }

    @RegisterConstructorMapper(EventKey.class)
    @SqlQuery("""
            SELECT website_id, owner_kind, owner_id, seen, id, at_ms FROM event
            WHERE website_id = :websiteId AND seen < :before
            ORDER BY website_id, seen, id
            LIMIT :limit
            """)
    List<EventKey> findEvents(int websiteId, long before, int limit);

    @SqlBatch("""
            DELETE FROM event
            WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId
                AND seen = :seen AND id = :id
            """)
    void deleteEvents(@BindMethods List<EventKey> events);

    @RegisterConstructorMapper(CartKey.class)
    @SqlQuery("""
            SELECT website_id, owner_kind, owner_id, seen, at_ms FROM cart
            WHERE website_id = :websiteId AND seen < :before
            ORDER BY website_id, seen
            LIMIT :limit
            """)
    List<CartKey> findCarts(int websiteId, long before, int limit);

    @SqlBatch("""
            DELETE FROM cart
            WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId AND seen = :seen
            """)
    void deleteCarts(@BindMethods List<CartKey> carts);

    @RegisterConstructorMapper(OrderKey.class)
    @SqlQuery("""
            SELECT website_id, owner_kind, owner_id, order_number, seen FROM conversion
            WHERE website_id = :websiteId AND seen < :before
            ORDER BY website_id, seen, order_number
            LIMIT :limit
            """)
    List<OrderKey> findOrders(int websiteId, long before, int limit);

    /** For each of {@code orders} 1 if it went, 0 if it has become another meanwhile. */
    @SqlBatch("""
            DELETE FROM conversion
            WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId
                AND order_number = :orderNumber AND seen = :seen
            """)
    int[] deleteOrders(@BindMethods List<OrderKey> orders);

    @SqlBatch("""
            DELETE FROM purchase
            WHERE website_id = :websiteId AND order_number = :orderNumber
                AND owner_kind = :ownerKind AND owner_id = :ownerId
            """)
    void deletePurchases(@BindMethods List<OrderKey> orders);

    @SqlBatch("""
            DELETE FROM counted_order
            WHERE website_id = :websiteId AND order_number = :orderNumber
                AND owner_kind = :ownerKind AND owner_id = :ownerId
            """)
    int[] deleteCounted(@BindMethods List<OrderKey> orders);

    /** Lets the first report that is left of each order be the one that counts. */
    @SqlBatch("""
            INSERT INTO counted_order (website_id, order_number, owner_kind, owner_id)
            SELECT website_id, order_number, owner_kind, owner_id FROM conversion
            WHERE website_id = :websiteId AND order_number = :orderNumber
            ORDER BY website_id, order_number, arrived
            LIMIT 1
            ON CONFLICT DO NOTHING
            """)
    void countOthers(@BindMethods List<OrderKey> orders);

    /** Lets the lines of the report that counts count, too. */
    @SqlBatch("""
            UPDATE purchase SET counted = TRUE
            WHERE website_id = :websiteId AND order_number = :orderNumber AND EXISTS (
                SELECT 1 FROM counted_order o
                WHERE o.website_id = purchase.website_id AND o.order_number = purchase.order_number
                    AND o.owner_kind = purchase.owner_kind AND o.owner_id = purchase.owner_id)
            """)
    void countLines(@BindMethods List<OrderKey> orders);

    @SqlBatch("""
            UPDATE tracking_user SET seen = :seen
            WHERE website_id = :websiteId AND id = :trackingUserId AND seen < :seen
            """)
    void keepSights(@BindMethods List<Sight> sights);
}
