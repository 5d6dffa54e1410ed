package dev.inlay.db.campaign;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows behind {@link AssignmentStore}. */
interface AssignmentDao {
    /** What names a lock. */
    record LockKey(int websiteId, String campaignId, byte[] recipient, byte[] sendKey, int clearCount, long bucket) { }

    /** A lock: its epoch and what it points at. */
    record LockRow(int clearCount, long bucket, byte[] pickSet, String templateVersion, Arm arm) { }

    @SqlQuery("""
            SELECT at_ms FROM assignment
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND recipient = :recipient
                AND send_key = :sendKey AND clear_count = :clearCount AND bucket = :bucket
            """)
    Optional<Long> findTime(@BindMethods LockKey key);

    @SqlUpdate("""
            INSERT INTO assignment (website_id, campaign_id, recipient, send_key, clear_count, bucket, pick_set,
                template_version, arm, at_ms)
            VALUES (:websiteId, :campaignId, :recipient, :sendKey, :clearCount, :bucket, :pickSet,
                :templateVersion, :arm, :atMs)
            ON CONFLICT DO NOTHING
            """)
    int insert(@BindMethods LockKey key, byte[] pickSet, String templateVersion, Arm arm, long atMs);

    @SqlUpdate("""
            UPDATE assignment SET pick_set = :extended
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND recipient = :recipient
                AND send_key = :sendKey AND clear_count = :clearCount AND bucket = :bucket AND pick_set = :pickSet
            """)
    int extend(@BindMethods LockKey key, byte[] pickSet, byte[] extended);

    @RegisterConstructorMapper(LockKey.class)
    @SqlQuery("""
            SELECT website_id, campaign_id, recipient, send_key, clear_count, bucket FROM assignment
            WHERE website_id = :websiteId AND recipient = :recipient
            ORDER BY website_id, recipient, at_ms
            LIMIT :limit
            """)
    List<LockKey> findOf(int websiteId, byte[] recipient, int limit);

    @SqlBatch("""
            DELETE FROM assignment
            WHERE website_id = :websiteId AND campaign_id = :campaignId AND recipient = :recipient
                AND send_key = :sendKey AND clear_count = :clearCount AND bucket = :bucket
            """)
    void delete(@BindMethods List<LockKey> keys);

    @SqlUpdate("""
            INSERT INTO pick_set (website_id, id, content) VALUES (:websiteId, :id, :content)
            ON CONFLICT DO NOTHING
            """)
    void insertPickSet(int websiteId, byte[] id, String content);

    @SqlQuery("SELECT content FROM pick_set WHERE website_id = :websiteId AND id = :id")
    Optional<String> findPickSet(int websiteId, byte[] id);
}
