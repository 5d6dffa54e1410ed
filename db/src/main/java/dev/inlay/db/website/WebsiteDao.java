package dev.inlay.db.website;

import dev.inlay.db.website.WebsiteRows.KeyRow;
import dev.inlay.db.website.WebsiteRows.WebsiteRow;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows behind {@link WebsiteStore}. */
interface WebsiteDao {
    @SqlQuery("SELECT COALESCE(MAX(id), 0) FROM website")
    int findLastId();

    @SqlUpdate("""
            INSERT INTO website (id, uuid, name, url, currency, locale, hosts, settings, created_ms)
            VALUES (:id, :uuid, :name, :url, :currency, :locale, :hosts, :settings, :createdMs)
            ON CONFLICT DO NOTHING
            """)
    int insert(@BindMethods WebsiteRow row, long createdMs);

    @SqlUpdate("""
            UPDATE website
            SET name = :name, url = :url, currency = :currency, locale = :locale, hosts = :hosts, settings = :settings
            WHERE id = :id
            """)
    int update(@BindMethods WebsiteRow row);

    @RegisterConstructorMapper(WebsiteRow.class)
    @SqlQuery("SELECT id, uuid, name, url, currency, locale, hosts, settings FROM website WHERE id = :id")
    Optional<WebsiteRow> find(int id);

    @RegisterConstructorMapper(WebsiteRow.class)
    @SqlQuery("SELECT id, uuid, name, url, currency, locale, hosts, settings FROM website ORDER BY id")
    List<WebsiteRow> findAll();

    @SqlUpdate("""
            INSERT INTO api_key (website_id, id, key_hash, scope, created_ms)
            VALUES (:websiteId, :id, :keyHash, :scope, :createdMs)
            """)
    void insertKey(@BindMethods KeyRow row);

    @SqlUpdate("DELETE FROM api_key WHERE website_id = :websiteId AND id = :id")
    int deleteKey(int websiteId, String id);

    @RegisterConstructorMapper(KeyRow.class)
    @SqlQuery("SELECT website_id, id, key_hash, scope, created_ms FROM api_key ORDER BY website_id, created_ms, id")
    List<KeyRow> findAllKeys();
}
