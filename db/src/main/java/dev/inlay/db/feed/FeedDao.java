package dev.inlay.db.feed;

import dev.inlay.db.feed.FeedRows.FeedProgress;
import dev.inlay.db.feed.FeedRows.FeedRow;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The feeds behind {@link FeedStore}, in table {@code product_feed}, and who holds them. */
interface FeedDao {
    @SqlUpdate("""
            INSERT INTO product_feed
                (website_id, id, kind, name, url, format, interval_seconds, login, next_run_ms, created_ms)
            VALUES (:websiteId, :id, :kind, :name, :url, :format, :intervalSeconds, :login, :nextRunMs, :createdMs)
            """)
    void insert(@BindMethods FeedRow row, long nextRunMs, long createdMs);

    @SqlUpdate("""
            UPDATE product_feed
            SET name = :name, url = :url, format = :format, interval_seconds = :intervalSeconds, login = :login
            WHERE website_id = :websiteId AND id = :id
            """)
    void update(@BindMethods FeedRow row);

    @SqlUpdate("""
            UPDATE product_feed
            SET next_run_ms = :nextRunMs, attempted_ms = :attemptedMs, checked_ms = :checkedMs, failures = :failures,
                good_run = :goodRun, good_products = :goodCount, etag = :etag, last_modified = :lastModified
            WHERE website_id = :websiteId AND id = :id
            """)
    void update(int websiteId, String id, @BindMethods FeedProgress progress);

    @SqlUpdate("DELETE FROM product_feed WHERE website_id = :websiteId AND id = :id")
    void delete(int websiteId, String id);

    @RegisterConstructorMapper(FeedRow.class)
    @SqlQuery("SELECT " + FeedRow.COLUMNS + " FROM product_feed WHERE website_id = :websiteId AND id = :id")
    Optional<FeedRow> find(int websiteId, String id);

    /** As {@link #find}; no other change of the feed goes on before this one ends. */
    @RegisterConstructorMapper(FeedRow.class)
    @SqlQuery("SELECT " + FeedRow.COLUMNS + " FROM product_feed WHERE website_id = :websiteId AND id = :id FOR UPDATE")
    Optional<FeedRow> lock(int websiteId, String id);

    /** As {@link #lock}, if {@code holder} has it in hand, or had it last. */
    @RegisterConstructorMapper(FeedRow.class)
    @SqlQuery("SELECT " + FeedRow.COLUMNS + """
             FROM product_feed
            WHERE website_id = :websiteId AND id = :id AND holder = :holder
            FOR UPDATE
            """)
    Optional<FeedRow> lockHeld(int websiteId, String id, String holder);

    @RegisterConstructorMapper(FeedRow.class)
    @SqlQuery("SELECT " + FeedRow.COLUMNS + """
             FROM product_feed
            WHERE website_id = :websiteId
            ORDER BY website_id, created_ms, id
            """)
    List<FeedRow> findAll(int websiteId);

    /** The feed that has been due longest and that no run has in hand. */
    @SqlQuery("""
            SELECT id FROM product_feed
            WHERE website_id = :websiteId AND next_run_ms <= :now AND held_until_ms < :now
            ORDER BY website_id, next_run_ms, id
            LIMIT 1
            """)
    Optional<String> findDue(int websiteId, long now);

    @SqlQuery("""
            SELECT MIN(COALESCE(checked_ms, created_ms)) FROM product_feed
            WHERE website_id = :websiteId AND interval_seconds IS NOT NULL
            """)
    Optional<Long> findOldestScheduled(int websiteId);

    @SqlUpdate("""
            UPDATE product_feed SET holder = :holder, held_until_ms = :until
            WHERE website_id = :websiteId AND id = :id AND next_run_ms <= :dueUntil AND held_until_ms < :now
            """)
    int hold(int websiteId, String id, String holder, long until, long dueUntil, long now);

    @SqlUpdate("""
            UPDATE product_feed SET held_until_ms = :until
            WHERE website_id = :websiteId AND id = :id AND holder = :holder
            """)
    int keepHold(int websiteId, String id, String holder, long until);

    @SqlUpdate("""
            UPDATE product_feed SET holder = NULL, held_until_ms = 0
            WHERE website_id = :websiteId AND id = :id AND holder = :holder
            """)
    int release(int websiteId, String id, String holder);
}
