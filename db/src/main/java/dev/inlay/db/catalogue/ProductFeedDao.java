package dev.inlay.db.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows behind {@link ProductFeedStore}. */
interface ProductFeedDao {
    /** A row of table {@code product_feed_run}. */
    record FeedRunRow(int run, long atMs, String report) {
        FeedRun feedRun() {
            return new FeedRun(run, Instant.ofEpochMilli(atMs), report);
        }
    }

    @SqlUpdate("""
            INSERT INTO product_feed (website_id, id, name, url, format, created_ms)
            VALUES (:websiteId, :id, :name, :url, :format, :createdMs)
            """)
    void insert(int websiteId, String id, String name, Optional<String> url, Optional<String> format, long createdMs);

    @RegisterConstructorMapper(ProductFeed.class)
    @SqlQuery("""
            SELECT website_id, id, name, url, format FROM product_feed
            WHERE website_id = :websiteId AND id = :id
            """)
    Optional<ProductFeed> find(int websiteId, String id);

    @RegisterConstructorMapper(ProductFeed.class)
    @SqlQuery("""
            SELECT website_id, id, name, url, format FROM product_feed
            WHERE website_id = :websiteId
            ORDER BY website_id, created_ms, id
            """)
    List<ProductFeed> findAll(int websiteId);

    @SqlQuery("""
            SELECT run FROM product_feed_run
            WHERE website_id = :websiteId AND feed_id = :feedId
            ORDER BY website_id DESC, feed_id DESC, run DESC
            LIMIT 1
            """)
    Optional<Integer> findLastRun(int websiteId, String feedId);

    @RegisterConstructorMapper(FeedRunRow.class)
    @SqlQuery("""
            SELECT run, at_ms, report FROM product_feed_run
            WHERE website_id = :websiteId AND feed_id = :feedId
            ORDER BY website_id DESC, feed_id DESC, run DESC
            LIMIT :limit
            """)
    List<FeedRunRow> findLastRuns(int websiteId, String feedId, int limit);

    @SqlUpdate("""
            INSERT INTO product_feed_run (website_id, feed_id, run, report, at_ms)
            VALUES (:websiteId, :feedId, :run, :report, :atMs)
            ON CONFLICT DO NOTHING
            """)
    int insertRun(int websiteId, String feedId, int run, String report, long atMs);

    @SqlQuery("""
            SELECT report FROM product_feed_run
            WHERE website_id = :websiteId AND feed_id = :feedId AND run = :run
            """)
    Optional<String> findRun(int websiteId, String feedId, int run);
}
