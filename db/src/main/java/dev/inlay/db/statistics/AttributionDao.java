package dev.inlay.db.statistics;

import dev.inlay.db.campaign.Arm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows behind {@link AttributionStore}. */
interface AttributionDao {
    /** When somebody clicked in which campaign and arm. */
    record ClickedRow(String campaignId, long atMs, Arm arm) { }

    /** A row of table {@code attributed_order}. */
    record OrderRow(String orderNumber, String campaignId, byte[] recipient, AttributedOrder.Reason reason,
            BigDecimal revenue, long atMs, Arm arm) { }

    /** A row of table {@code attributed_product}. */
    record ProductRow(String orderNumber, String productNumber, BigDecimal revenue) { }

    @SqlQuery("SELECT until_seen FROM attribution_progress WHERE website_id = :websiteId")
    Optional<Long> findProgress(int websiteId);

    @SqlUpdate("""
            INSERT INTO attribution_progress (website_id, until_seen) VALUES (:websiteId, :untilSeen)
            ON CONFLICT DO NOTHING
            """)
    int insertProgress(int websiteId, long untilSeen);

    @SqlUpdate("""
            UPDATE attribution_progress SET until_seen = :untilSeen
            WHERE website_id = :websiteId AND until_seen < :untilSeen
            """)
    void updateProgress(int websiteId, long untilSeen);

    @RegisterConstructorMapper(ClickedRow.class)
    @SqlQuery("""
            SELECT campaign_id, at_ms, arm FROM click
            WHERE website_id = :websiteId AND recipient = :recipient AND at_ms >= :fromMs AND at_ms <= :toMs
                AND request_class = 'PERSON'
            ORDER BY website_id DESC, recipient DESC, at_ms DESC
            LIMIT 1
            """)
    Optional<ClickedRow> findLastClick(int websiteId, byte[] recipient, long fromMs, long toMs);

    @RegisterConstructorMapper(OrderRow.class)
    @SqlQuery("""
            SELECT order_number, campaign_id, recipient, reason, revenue, at_ms, arm FROM attributed_order
            WHERE website_id = :websiteId AND order_number = :orderNumber
            """)
    Optional<OrderRow> findOrder(int websiteId, String orderNumber);

    @RegisterConstructorMapper(ProductRow.class)
    @SqlQuery("""
            SELECT order_number, product_number, revenue FROM attributed_product
            WHERE website_id = :websiteId AND order_number = :orderNumber
            """)
    List<ProductRow> findProducts(int websiteId, String orderNumber);

    @SqlUpdate("DELETE FROM attributed_product WHERE website_id = :websiteId AND order_number = :orderNumber")
    void deleteProducts(int websiteId, String orderNumber);

    @SqlUpdate("""
            INSERT INTO attributed_order (website_id, order_number, campaign_id, recipient, reason, revenue, at_ms, arm)
            VALUES (:websiteId, :orderNumber, :campaignId, :recipient, :reason, :revenue, :atMs, :arm)
            ON CONFLICT DO NOTHING
            """)
    int insertOrder(int websiteId, @BindMethods OrderRow row);

    @SqlUpdate("""
            UPDATE attributed_order
            SET campaign_id = :campaignId, recipient = :recipient, reason = :reason, revenue = :revenue, at_ms = :atMs,
                arm = :arm
            WHERE website_id = :websiteId AND order_number = :orderNumber
            """)
    int updateOrder(int websiteId, @BindMethods OrderRow row);

    @SqlBatch("""
            INSERT INTO attributed_product (website_id, order_number, product_number, revenue)
            VALUES (:websiteId, :orderNumber, :productNumber, :revenue)
            ON CONFLICT DO NOTHING
            """)
    void insertProducts(int websiteId, @BindMethods List<ProductRow> rows);
}
