package dev.inlay.db.activity;

import dev.inlay.db.activity.ActivityRows.EventRow;
import dev.inlay.db.activity.ActivityRows.PurchaseRow;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.BindMethodsList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows behind {@link ActivityImport}: many at once, each only if it is not there yet. */
interface ImportDao {
    /** A row of table {@code conversion}. */
    record OrderRow(int websiteId, String ownerKind, String ownerId, String orderNumber, long seen, long atMs) { }

    /** Whose report of an order counts. */
    record CountedRow(String ownerKind, String ownerId) { }

    @SqlUpdate("""
            INSERT INTO event (website_id, owner_kind, owner_id, seen, id, type, product_number, url, at_ms)
            VALUES <rows>
            ON CONFLICT DO NOTHING
            """)
    int insertEvents(@BindMethodsList(value = "rows", methodNames = {"websiteId", "ownerKind", "ownerId", "seen", "id",
            "type", "productNumber", "url", "atMs"}) List<EventRow> rows);

    @SqlUpdate("""
            INSERT INTO conversion (website_id, owner_kind, owner_id, order_number, seen, at_ms)
            VALUES <rows>
            ON CONFLICT DO NOTHING
            """)
    int insertOrders(@BindMethodsList(value = "rows", methodNames = {"websiteId", "ownerKind", "ownerId",
            "orderNumber", "seen", "atMs"}) List<OrderRow> rows);

    @SqlUpdate("""
            INSERT INTO counted_order (website_id, order_number, owner_kind, owner_id)
            VALUES <rows>
            ON CONFLICT DO NOTHING
            """)
    int insertCounted(@BindMethodsList(value = "rows", methodNames = {"websiteId", "orderNumber", "ownerKind",
            "ownerId"}) List<OrderRow> rows);

    @SqlUpdate("""
            INSERT INTO purchase (website_id, owner_kind, owner_id, seen, id, order_number, product_number, url,
                counted, at_ms)
            VALUES <rows>
            ON CONFLICT DO NOTHING
            """)
    int insertPurchases(@BindMethodsList(value = "rows", methodNames = {"websiteId", "ownerKind", "ownerId", "seen",
            "id", "orderNumber", "productNumber", "url", "counted", "atMs"}) List<PurchaseRow> rows);

    @RegisterConstructorMapper(CountedRow.class)
    @SqlQuery("""
            SELECT owner_kind, owner_id FROM counted_order
            WHERE website_id = :websiteId AND order_number = :orderNumber
            """)
    Optional<CountedRow> findCounted(int websiteId, String orderNumber);

    /** Whether the order has lines that no import wrote. */
    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM purchase
                WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId
                    AND order_number = :orderNumber AND MOD(id, 65536) <> 65535)
            """)
    boolean hasOtherLines(@BindMethods OrderRow order);

    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM event
                WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId
                    AND seen >= :from AND seen < :seen AND id = :id)
            """)
    boolean hasEarlierEvent(@BindMethods EventRow row, long from);

    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM purchase
                WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId
                    AND seen >= :from AND seen < :seen AND id = :id)
            """)
    boolean hasEarlierPurchase(@BindMethods PurchaseRow row, long from);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM revision WHERE website_id = :websiteId AND topic = :topic)")
    boolean hasTopic(int websiteId, String topic);
}
