package dev.inlay.db.campaign;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The rows behind {@link LockHistory}. */
interface LockHistoryDao {
    /** A lock and the picks it points at. */
    record ShownRow(String campaignId, long atMs, Arm arm, String content) { }

    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM assignment
                WHERE website_id = :websiteId AND recipient = :recipient AND at_ms >= :fromMs AND at_ms <= :toMs
                    AND campaign_id = :campaignId)
            """)
    boolean isLocked(int websiteId, byte[] recipient, String campaignId, long fromMs, long toMs);

    @RegisterConstructorMapper(ShownRow.class)
    @SqlQuery("""
            SELECT a.campaign_id, a.at_ms, a.arm,
                (SELECT p.content FROM pick_set p WHERE p.website_id = a.website_id AND p.id = a.pick_set) AS content
            FROM assignment a
            WHERE a.website_id = :websiteId AND a.recipient = :recipient AND a.at_ms >= :fromMs AND a.at_ms <= :toMs
            ORDER BY a.website_id DESC, a.recipient DESC, a.at_ms DESC
            LIMIT :limit
            """)
    List<ShownRow> findShown(int websiteId, byte[] recipient, long fromMs, long toMs, int limit);

    @RegisterConstructorMapper(ShownRow.class)
    @SqlQuery("""
            SELECT a.campaign_id, a.at_ms, a.arm,
                (SELECT p.content FROM pick_set p WHERE p.website_id = a.website_id AND p.id = a.pick_set) AS content
            FROM assignment a
            WHERE a.website_id = :websiteId AND a.recipient = :recipient
            ORDER BY a.website_id, a.recipient, a.at_ms
            LIMIT :limit OFFSET :offset
            """)
    List<ShownRow> findAll(int websiteId, byte[] recipient, int limit, int offset);
}
