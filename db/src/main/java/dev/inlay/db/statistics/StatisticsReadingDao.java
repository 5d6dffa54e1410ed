package dev.inlay.db.statistics;

import dev.inlay.db.statistics.CampaignCounts.DayCount;
import dev.inlay.db.statistics.CampaignCounts.DayOrders;
import dev.inlay.db.statistics.CampaignCounts.Found;
import dev.inlay.db.statistics.CampaignCounts.ProductCount;
import dev.inlay.db.statistics.CampaignCounts.ProductOrders;
import dev.inlay.db.statistics.CampaignCounts.SlotCount;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The sums behind {@link CampaignCounts}; {@code toDay} is included, {@code untilMs} is the first beyond. */
interface StatisticsReadingDao {
    @RegisterConstructorMapper(SlotCount.class)
    @SqlQuery("""
            SELECT slot, request_class, SUM(loads) AS number FROM picture_count
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND on_day BETWEEN :fromDay AND :toDay
            GROUP BY slot, request_class
            """)
    List<SlotCount> sumPicturesBySlot(int websiteId, String campaignId, int fromDay, int toDay);

    @RegisterConstructorMapper(ProductCount.class)
    @SqlQuery("""
            SELECT product_number, request_class, SUM(loads) AS number FROM picture_count
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND on_day BETWEEN :fromDay AND :toDay
            GROUP BY product_number, request_class
            """)
    List<ProductCount> sumPicturesByProduct(int websiteId, String campaignId, int fromDay, int toDay);

    @RegisterConstructorMapper(DayCount.class)
    @SqlQuery("""
            SELECT on_day, request_class, SUM(loads) AS number FROM picture_count
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND on_day BETWEEN :fromDay AND :toDay
            GROUP BY on_day, request_class
            """)
    List<DayCount> sumPicturesByDay(int websiteId, String campaignId, int fromDay, int toDay);

    @RegisterConstructorMapper(Found.class)
    @SqlQuery("""
            SELECT kind, finding, SUM(loads) AS number FROM picture_finding
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND on_day BETWEEN :fromDay AND :toDay
            GROUP BY kind, finding
            """)
    List<Found> sumFindings(int websiteId, String campaignId, int fromDay, int toDay);

    @RegisterConstructorMapper(SlotCount.class)
    @SqlQuery("""
            SELECT slot, request_class, COUNT(*) AS number FROM click
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND at_ms >= :fromMs AND at_ms < :untilMs
            GROUP BY slot, request_class
            """)
    List<SlotCount> countClicksBySlot(int websiteId, String campaignId, long fromMs, long untilMs);

    @RegisterConstructorMapper(ProductCount.class)
    @SqlQuery("""
            SELECT COALESCE(product_number, '') AS product_number, request_class, COUNT(*) AS number FROM click
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND at_ms >= :fromMs AND at_ms < :untilMs
            GROUP BY product_number, request_class
            """)
    List<ProductCount> countClicksByProduct(int websiteId, String campaignId, long fromMs, long untilMs);

    @RegisterConstructorMapper(DayCount.class)
    @SqlQuery("""
            SELECT at_ms / 86400000 AS on_day, request_class, COUNT(*) AS number FROM click
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND at_ms >= :fromMs AND at_ms < :untilMs
            GROUP BY at_ms / 86400000, request_class
            """)
    List<DayCount> countClicksByDay(int websiteId, String campaignId, long fromMs, long untilMs);

    @SqlQuery("""
            SELECT COUNT(*) FROM (SELECT DISTINCT edition, recipient FROM click
                WHERE website_id = :websiteId AND campaign_id = :campaignId AND at_ms >= :fromMs AND at_ms < :untilMs
                    AND request_class = 'PERSON') AS letter
            """)
    long countUniqueClicks(int websiteId, String campaignId, long fromMs, long untilMs);

    @RegisterConstructorMapper(DayOrders.class)
    @SqlQuery("""
            SELECT at_ms / 86400000 AS on_day, reason, COUNT(*) AS number, SUM(revenue) AS revenue
            FROM attributed_order
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND at_ms >= :fromMs AND at_ms < :untilMs
            GROUP BY at_ms / 86400000, reason
            """)
    List<DayOrders> sumOrdersByDay(int websiteId, String campaignId, long fromMs, long untilMs);

    @RegisterConstructorMapper(ProductOrders.class)
    @SqlQuery("""
            SELECT p.product_number, o.reason, COUNT(*) AS number, SUM(p.revenue) AS revenue
            FROM attributed_order o
            JOIN attributed_product p ON p.website_id = o.website_id AND p.order_number = o.order_number
            WHERE o.website_id = :websiteId AND o.campaign_id = :campaignId
                AND o.at_ms >= :fromMs AND o.at_ms < :untilMs
            GROUP BY p.product_number, o.reason
            """)
    List<ProductOrders> sumOrdersByProduct(int websiteId, String campaignId, long fromMs, long untilMs);
}
