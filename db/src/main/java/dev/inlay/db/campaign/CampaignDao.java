package dev.inlay.db.campaign;

import dev.inlay.db.campaign.CampaignRows.CampaignRow;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows behind {@link CampaignStore}. */
interface CampaignDao {
    @SqlUpdate("""
            INSERT INTO campaign (website_id, id, type, period, slots, clear_count, settings, created_ms)
            VALUES (:websiteId, :id, :type, :period, :slots, :clearCount, :settings, :createdMs)
            """)
    void insert(@BindMethods CampaignRow row, long createdMs);

    @SqlUpdate("""
            UPDATE campaign SET type = :type, period = :period, slots = :slots, settings = :settings
            WHERE website_id = :websiteId AND id = :id
            """)
    int update(@BindMethods CampaignRow row);

    @SqlUpdate("UPDATE campaign SET clear_count = clear_count + 1 WHERE website_id = :websiteId AND id = :id")
    int clear(int websiteId, String id);

    @SqlUpdate("DELETE FROM campaign WHERE website_id = :websiteId AND id = :id")
    int delete(int websiteId, String id);

    @RegisterConstructorMapper(CampaignRow.class)
    @SqlQuery("""
            SELECT website_id, id, type, period, slots, clear_count, settings FROM campaign
            WHERE website_id = :websiteId AND id = :id
            """)
    Optional<CampaignRow> find(int websiteId, String id);

    @RegisterConstructorMapper(CampaignRow.class)
    @SqlQuery("""
            SELECT website_id, id, type, period, slots, clear_count, settings FROM campaign
            WHERE website_id = :websiteId
            ORDER BY website_id, created_ms, id
            """)
    List<CampaignRow> findAll(int websiteId);

    @SqlUpdate("""
            INSERT INTO template_version (website_id, version, content) VALUES (:websiteId, :version, :content)
            ON CONFLICT DO NOTHING
            """)
    void insertTemplate(int websiteId, String version, String content);

    @SqlQuery("SELECT content FROM template_version WHERE website_id = :websiteId AND version = :version")
    Optional<String> findTemplate(int websiteId, String version);
}
