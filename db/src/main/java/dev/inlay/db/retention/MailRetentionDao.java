package dev.inlay.db.retention;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Finds and deletes what became of mails sent long ago. */
interface MailRetentionDao {
    /** Names a row of table {@code assignment}. */
    record LockKey(int websiteId, String campaignId, byte[] recipient, byte[] sendKey, int clearCount, long bucket) { }

    /** Names a row of table {@code click}. */
    record ClickKey(int websiteId, String campaignId, long atMs, long id) { }

    /** Names the rows of one day and campaign in the tables of picture loads. */
    record CountKey(int websiteId, String campaignId, int onDay) { }

    /** Names a row of table {@code attributed_order}. */
    record OrderKey(int websiteId, String orderNumber) { }

    @RegisterConstructorMapper(LockKey.class)
    @SqlQuery("""
            SELECT website_id, campaign_id, recipient, send_key, clear_count, bucket FROM assignment
            WHERE website_id = :websiteId AND at_ms < :before
            ORDER BY website_id, at_ms
            LIMIT :limit
            """)
    List<LockKey> findLocks(int websiteId, long before, int limit);

    @SqlBatch("""
            DELETE FROM assignment
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND recipient = :recipient
                AND send_key = :sendKey AND clear_count = :clearCount AND bucket = :bucket
            """)
    void deleteLocks(@BindMethods List<LockKey> locks);

    @RegisterConstructorMapper(ClickKey.class)
    @SqlQuery("""
            SELECT website_id, campaign_id, at_ms, id FROM click
            WHERE website_id = :websiteId AND at_ms < :before
            ORDER BY website_id, at_ms
            LIMIT :limit
            """)
    List<ClickKey> findClicks(int websiteId, long before, int limit);

    @SqlBatch("""
            DELETE FROM click
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND at_ms = :atMs AND id = :id
            """)
    void deleteClicks(@BindMethods List<ClickKey> clicks);

    @RegisterConstructorMapper(CountKey.class)
    @SqlQuery("""
            SELECT website_id, campaign_id, on_day FROM picture_count
            WHERE website_id = :websiteId AND on_day < :before
            ORDER BY website_id, on_day
            LIMIT :limit
            """)
    List<CountKey> findCounts(int websiteId, int before, int limit);

    @RegisterConstructorMapper(CountKey.class)
    @SqlQuery("""
            SELECT website_id, campaign_id, on_day FROM picture_finding
            WHERE website_id = :websiteId AND on_day < :before
            ORDER BY website_id, on_day
            LIMIT :limit
            """)
    List<CountKey> findFindings(int websiteId, int before, int limit);

    @SqlBatch("""
            DELETE FROM picture_count
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND on_day = :onDay
            """)
    void deleteCounts(@BindMethods List<CountKey> counts);

    @SqlBatch("""
            DELETE FROM picture_finding
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND on_day = :onDay
            """)
    void deleteFindings(@BindMethods List<CountKey> counts);

    @RegisterConstructorMapper(OrderKey.class)
    @SqlQuery("""
            SELECT website_id, order_number FROM attributed_order
            WHERE website_id = :websiteId AND at_ms < :before
            ORDER BY website_id, at_ms
            LIMIT :limit
            """)
    List<OrderKey> findOrders(int websiteId, long before, int limit);

    @SqlBatch("DELETE FROM attributed_product WHERE website_id = :websiteId AND order_number = :orderNumber")
    void deleteProducts(@BindMethods List<OrderKey> orders);

    @SqlBatch("DELETE FROM attributed_order WHERE website_id = :websiteId AND order_number = :orderNumber")
    void deleteOrders(@BindMethods List<OrderKey> orders);
}
