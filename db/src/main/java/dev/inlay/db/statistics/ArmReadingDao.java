package dev.inlay.db.statistics;

import dev.inlay.db.campaign.Arm;
import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The sums behind {@link ArmCounts}; {@code toDay} is included, {@code untilMs} is the first beyond. */
interface ArmReadingDao {
    /** How many there are of an arm. */
    record ArmNumber(Arm arm, long number) { }

    /** Clicks of an arm. */
    record ArmClicks(Arm arm, long number, long ofPersons) { }

    /** Orders of an arm. */
    record ArmOrders(Arm arm, long number, BigDecimal revenue) { }

    @RegisterConstructorMapper(ArmNumber.class)
    @SqlQuery("""
            SELECT finding AS arm, SUM(loads) AS number FROM picture_finding
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND on_day BETWEEN :fromDay AND :toDay
                AND kind = 'ARM'
            GROUP BY finding
            """)
    List<ArmNumber> sumPictures(int websiteId, String campaignId, int fromDay, int toDay);

    @RegisterConstructorMapper(ArmClicks.class)
    @SqlQuery("""
            SELECT arm, COUNT(*) AS number, COUNT(CASE WHEN request_class = 'PERSON' THEN 1 END) AS of_persons
            FROM click
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND at_ms >= :fromMs AND at_ms < :untilMs
                AND arm <> 'NONE'
            GROUP BY arm
            """)
    List<ArmClicks> countClicks(int websiteId, String campaignId, long fromMs, long untilMs);

    @RegisterConstructorMapper(ArmOrders.class)
    @SqlQuery("""
            SELECT arm, COUNT(*) AS number, SUM(revenue) AS revenue FROM attributed_order
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND at_ms >= :fromMs AND at_ms < :untilMs
                AND reason = 'CLICK' AND arm <> 'NONE'
            GROUP BY arm
            """)
    List<ArmOrders> sumOrders(int websiteId, String campaignId, long fromMs, long untilMs);

    @RegisterConstructorMapper(ArmNumber.class)
    @SqlQuery("""
            SELECT arm, COUNT(DISTINCT recipient) AS number FROM assignment
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND at_ms >= :fromMs AND at_ms < :untilMs
                AND arm <> 'NONE'
            GROUP BY arm
            """)
    List<ArmNumber> countRecipients(int websiteId, String campaignId, long fromMs, long untilMs);

    @RegisterConstructorMapper(ArmNumber.class)
    @SqlQuery("""
            SELECT c.arm, COUNT(DISTINCT c.recipient) AS number FROM click c
            WHERE c.website_id = :websiteId AND c.campaign_id = :campaignId
                AND c.at_ms >= :fromMs AND c.at_ms < :untilMs AND c.request_class = 'PERSON' AND c.arm <> 'NONE'
                AND EXISTS (SELECT 1 FROM assignment a
                    WHERE a.website_id = c.website_id AND a.campaign_id = c.campaign_id
                        AND a.recipient = c.recipient AND a.arm = c.arm
                        AND a.at_ms >= :fromMs AND a.at_ms < :untilMs)
            GROUP BY c.arm
            """)
    List<ArmNumber> countClickers(int websiteId, String campaignId, long fromMs, long untilMs);
}
