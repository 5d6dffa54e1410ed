package dev.inlay.db.activity;

import dev.inlay.db.activity.ActivityRows.CartRow;
import dev.inlay.db.activity.ActivityRows.EventRow;
import dev.inlay.db.activity.ActivityRows.PurchaseRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows behind {@link ActivityStore}. */
interface ActivityDao {
    @SqlBatch("""
            INSERT INTO event (website_id, owner_kind, owner_id, seen, id, type, product_number, url, at_ms)
            VALUES (:websiteId, :ownerKind, :ownerId, :seen, :id, :type, :productNumber, :url, :atMs)
            """)
    void insertEvents(@BindMethods List<EventRow> rows);

    @KeyColumn("website_id")
    @ValueColumn("number")
    @SqlQuery("SELECT website_id, number FROM revision WHERE topic = :topic")
    Map<Integer, Long> findRevisions(String topic);

    /** Two steps down an index for each website: the one query that tells where there is anything to read. */
    @KeyColumn("website_id")
    @ValueColumn("seen")
    @SqlQuery("""
            SELECT w.id AS website_id, GREATEST(
                COALESCE((SELECT e.seen FROM event e WHERE e.website_id = w.id
                    ORDER BY e.website_id DESC, e.seen DESC LIMIT 1), 0),
                COALESCE((SELECT p.seen FROM purchase p WHERE p.website_id = w.id
                    ORDER BY p.website_id DESC, p.seen DESC LIMIT 1), 0)) AS seen
            FROM website w WHERE w.id > 0
            """)
    Map<Integer, Long> findNewest();

    @SqlUpdate("""
            DELETE FROM event
            WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId
                AND seen = :seen AND id = :id
            """)
    void deleteEvent(@BindMethods EventRow row);

    @RegisterConstructorMapper(EventRow.class)
    @SqlQuery("""
            SELECT website_id, owner_kind, owner_id, seen, id, type, product_number, url, at_ms FROM event
            WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId
            ORDER BY website_id DESC, owner_kind DESC, owner_id DESC, seen DESC, id DESC
            LIMIT :limit
            """)
    List<EventRow> findLatestEvents(int websiteId, String ownerKind, String ownerId, int limit);

    @RegisterConstructorMapper(EventRow.class)
    @SqlQuery("""
            SELECT website_id, owner_kind, owner_id, seen, id, type, product_number, url, at_ms FROM event
            WHERE website_id = :websiteId AND seen >= :seen AND (seen > :seen OR id > :id)
            ORDER BY website_id, seen, id
            LIMIT :limit
            """)
    List<EventRow> findEventsAfter(int websiteId, long seen, long id, int limit);

    @RegisterConstructorMapper(EventRow.class)
    @SqlQuery("""
            SELECT website_id, owner_kind, owner_id, seen, id, type, product_number, url, at_ms FROM event
            WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId
                AND seen <= :seen AND (seen < :seen OR id < :id)
            ORDER BY website_id DESC, owner_kind DESC, owner_id DESC, seen DESC, id DESC
            LIMIT :limit
            """)
    List<EventRow> findEventsOfOwnerBefore(int websiteId, String ownerKind, String ownerId, long seen, long id,
            int limit);

    @RegisterConstructorMapper(EventRow.class)
    @SqlQuery("""
            SELECT website_id, owner_kind, owner_id, seen, id, type, product_number, url, at_ms FROM event
            WHERE website_id = :websiteId AND seen <= :seen AND (seen < :seen OR id < :id)
            ORDER BY website_id DESC, seen DESC, id DESC
            LIMIT :limit
            """)
    List<EventRow> findEventsBefore(int websiteId, long seen, long id, int limit);

    @RegisterConstructorMapper(CartRow.class)
    @SqlQuery("""
            SELECT products, seen, at_ms FROM cart
            WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId
            """)
    Optional<CartRow> findCart(int websiteId, String ownerKind, String ownerId);

    @SqlUpdate("""
            INSERT INTO cart (website_id, owner_kind, owner_id, products, seen, at_ms)
            VALUES (:websiteId, :ownerKind, :ownerId, :products, :seen, :atMs)
            ON CONFLICT DO NOTHING
            """)
    int insertCart(int websiteId, String ownerKind, String ownerId, @BindMethods CartRow cart);

    @SqlUpdate("""
            UPDATE cart SET products = :products, seen = :seen, at_ms = :atMs
            WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId
            """)
    void updateCart(int websiteId, String ownerKind, String ownerId, @BindMethods CartRow cart);

    @RegisterConstructorMapper(PurchaseRow.class)
    @SqlQuery("""
            SELECT website_id, owner_kind, owner_id, seen, id, order_number, product_number, url, quantity, line_total,
                counted, at_ms
            FROM purchase
            WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId
            ORDER BY website_id DESC, owner_kind DESC, owner_id DESC, seen DESC, id DESC
            LIMIT :limit
            """)
    List<PurchaseRow> findLatestPurchases(int websiteId, String ownerKind, String ownerId, int limit);

    @RegisterConstructorMapper(PurchaseRow.class)
    @SqlQuery("""
            SELECT website_id, owner_kind, owner_id, seen, id, order_number, product_number, url, quantity, line_total,
                counted, at_ms
            FROM purchase
            WHERE website_id = :websiteId AND seen >= :seen AND (seen > :seen OR id > :id) AND seen <= :until
                AND counted
            ORDER BY website_id, seen, id
            LIMIT :limit
            """)
    List<PurchaseRow> findPurchasesAfter(int websiteId, long seen, long id, long until, int limit);

    @RegisterConstructorMapper(PurchaseRow.class)
    @SqlQuery("""
            SELECT website_id, owner_kind, owner_id, seen, id, order_number, product_number, url, quantity, line_total,
                counted, at_ms
            FROM purchase
            WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId
                AND seen <= :seen AND (seen < :seen OR id < :id)
            ORDER BY website_id DESC, owner_kind DESC, owner_id DESC, seen DESC, id DESC
            LIMIT :limit
            """)
    List<PurchaseRow> findPurchasesOfOwnerBefore(int websiteId, String ownerKind, String ownerId, long seen, long id,
            int limit);

    @RegisterConstructorMapper(PurchaseRow.class)
    @SqlQuery("""
            SELECT website_id, owner_kind, owner_id, seen, id, order_number, product_number, url, quantity, line_total,
                counted, at_ms
            FROM purchase
            WHERE website_id = :websiteId AND seen <= :seen AND (seen < :seen OR id < :id)
            ORDER BY website_id DESC, seen DESC, id DESC
            LIMIT :limit
            """)
    List<PurchaseRow> findPurchasesBefore(int websiteId, long seen, long id, int limit);
}
