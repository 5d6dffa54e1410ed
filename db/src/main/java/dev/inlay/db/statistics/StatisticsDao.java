package dev.inlay.db.statistics;

import dev.inlay.db.statistics.StatisticsRows.ClickKeyRow;
import dev.inlay.db.statistics.StatisticsRows.ClickRow;
import dev.inlay.db.statistics.StatisticsRows.FindingRow;
import dev.inlay.db.statistics.StatisticsRows.PictureRow;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows behind {@link StatisticsStore}. */
interface StatisticsDao {
    @SqlUpdate("""
            INSERT INTO statistics_writer (website_id, writer, last_batch, at_ms)
            VALUES (:websiteId, :writer, 0, :atMs)
            ON CONFLICT DO NOTHING
            """)
    int insertWriter(int websiteId, String writer, long atMs);

    @SqlUpdate("""
            UPDATE statistics_writer SET last_batch = :number, at_ms = :atMs
            WHERE website_id = :websiteId AND writer = :writer AND last_batch < :number
            """)
    int updateWriter(int websiteId, String writer, long number, long atMs);

    @SqlUpdate("DELETE FROM statistics_writer WHERE website_id = :websiteId AND at_ms < :beforeMs")
    void deleteWriters(int websiteId, long beforeMs);

    @SqlBatch("""
            INSERT INTO picture_count (website_id, campaign_id, on_day, slot, product_number, request_class, loads)
            VALUES (:websiteId, :campaignId, :onDay, :slot, :productNumber, :requestClass, 0)
            ON CONFLICT DO NOTHING
            """)
    void insertPictures(int websiteId, @BindMethods List<PictureRow> rows);

    @SqlBatch("""
            UPDATE picture_count SET loads = loads + :loads
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND on_day = :onDay AND slot = :slot
                AND product_number = :productNumber AND request_class = :requestClass
            """)
    void addPictures(int websiteId, @BindMethods List<PictureRow> rows);

    @SqlBatch("""
            INSERT INTO picture_finding (website_id, campaign_id, on_day, slot, request_class, kind, finding, loads)
            VALUES (:websiteId, :campaignId, :onDay, :slot, :requestClass, :kind, :finding, 0)
            ON CONFLICT DO NOTHING
            """)
    void insertFindings(int websiteId, @BindMethods List<FindingRow> rows);

    @SqlBatch("""
            UPDATE picture_finding SET loads = loads + :loads
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND on_day = :onDay AND slot = :slot
                AND request_class = :requestClass AND kind = :kind AND finding = :finding
            """)
    void addFindings(int websiteId, @BindMethods List<FindingRow> rows);

    @SqlBatch("""
            INSERT INTO click (website_id, campaign_id, at_ms, id, edition, recipient, slot, product_number,
                request_class, audience, arm)
            VALUES (:websiteId, :campaignId, :atMs, :id, :edition, :recipient, :slot, :productNumber,
                :requestClass, :audience, :arm)
            ON CONFLICT DO NOTHING
            """)
    void insertClicks(int websiteId, @BindMethods List<ClickRow> rows);

    @SqlBatch("""
            UPDATE click SET request_class = 'SUSPECT'
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND at_ms = :atMs AND id = :id
            """)
    void suspect(int websiteId, @BindMethods List<ClickKeyRow> keys);
}
