package dev.inlay.db.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The recorded runs behind {@link FeedStore}. */
interface FeedRunDao {
    /** A row of table {@code product_feed_run}. */
    record RunRow(int run, long atMs, String report) {
        FeedRun feedRun() {
            return new FeedRun(run, Instant.ofEpochMilli(atMs), report);
        }
    }

    @SqlQuery("""
            SELECT run FROM product_feed_run
            WHERE website_id = :websiteId AND feed_id = :feedId
            ORDER BY website_id DESC, feed_id DESC, run DESC
            LIMIT 1
            """)
    Optional<Integer> findLastNumber(int websiteId, String feedId);

    @SqlUpdate("""
            INSERT INTO product_feed_run (website_id, feed_id, run, report, at_ms)
            VALUES (:websiteId, :feedId, :run, :report, :atMs)
            ON CONFLICT DO NOTHING
            """)
    int insert(int websiteId, String feedId, int run, String report, long atMs);

    @RegisterConstructorMapper(RunRow.class)
    @SqlQuery("""
            SELECT run, at_ms, report FROM product_feed_run
            WHERE website_id = :websiteId AND feed_id = :feedId AND run = :run
            """)
    Optional<RunRow> find(int websiteId, String feedId, int run);

    @RegisterConstructorMapper(RunRow.class)
    @SqlQuery("""
            SELECT run, at_ms, report FROM product_feed_run
            WHERE website_id = :websiteId AND feed_id = :feedId
            ORDER BY website_id DESC, feed_id DESC, run DESC
            LIMIT :limit OFFSET :offset
            """)
    List<RunRow> findLatest(int websiteId, String feedId, long offset, int limit);

    @SqlQuery("SELECT COUNT(*) FROM product_feed_run WHERE website_id = :websiteId AND feed_id = :feedId")
    int count(int websiteId, String feedId);

    /** Deletes the runs before {@code first}, but not {@code kept}. */
    @SqlUpdate("""
            DELETE FROM product_feed_run
            WHERE website_id = :websiteId AND feed_id = :feedId AND run < :first AND run <> :kept
            """)
    void deleteBefore(int websiteId, String feedId, int first, int kept);

    @SqlUpdate("DELETE FROM product_feed_run WHERE website_id = :websiteId AND feed_id = :feedId")
    void deleteAll(int websiteId, String feedId);
}
