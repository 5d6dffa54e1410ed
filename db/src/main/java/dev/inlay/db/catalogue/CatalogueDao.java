package dev.inlay.db.catalogue;

import dev.inlay.db.catalogue.ProductRows.ProductRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The revisions behind {@link CatalogueStore}: one stands while {@code since_run <= current_run < until_run}; one
 * without end has the greatest number as {@code until_run}.
 */
interface CatalogueDao {
    @SqlUpdate("""
            INSERT INTO catalogue (website_id, current_run, holder, held_until_ms) VALUES (:websiteId, 0, NULL, 0)
            ON CONFLICT DO NOTHING
            """)
    void insertCatalogue(int websiteId);

    @SqlUpdate("""
            UPDATE catalogue SET holder = :holder, held_until_ms = :until
            WHERE website_id = :websiteId AND (holder IS NULL OR holder = :holder OR held_until_ms < :now)
            """)
    int hold(int websiteId, String holder, long until, long now);

    @SqlUpdate("""
            UPDATE catalogue SET held_until_ms = :until
            WHERE website_id = :websiteId AND holder = :holder
            """)
    int keepHold(int websiteId, String holder, long until);

    @SqlUpdate("UPDATE catalogue SET holder = NULL WHERE website_id = :websiteId AND holder = :holder")
    int release(int websiteId, String holder);

    @SqlUpdate("UPDATE catalogue SET holder = NULL WHERE website_id = :websiteId")
    void releaseAll(int websiteId);

    @SqlUpdate("""
            UPDATE catalogue SET current_run = :run, holder = NULL
            WHERE website_id = :websiteId AND holder = :holder
            """)
    int swap(int websiteId, String holder, long run);

    @KeyColumn("website_id")
    @ValueColumn("current_run")
    @SqlQuery("SELECT website_id, current_run FROM catalogue")
    Map<Integer, Long> findCurrentRuns();

    @SqlQuery("SELECT current_run FROM catalogue WHERE website_id = :websiteId")
    Optional<Long> findCurrentRun(int websiteId);

    @RegisterConstructorMapper(ProductRow.class)
    @SqlQuery("""
            SELECT website_id, product_number, since_run, source, content_hash, attributes FROM product
            WHERE website_id = :websiteId AND since_run > :since AND since_run <= :run AND until_run > :run
            ORDER BY website_id, since_run, product_number
            LIMIT :limit
            """)
    List<ProductRow> findStandingSinceLater(int websiteId, long since, long run, int limit);

    @RegisterConstructorMapper(ProductRow.class)
    @SqlQuery("""
            SELECT website_id, product_number, since_run, source, content_hash, attributes FROM product
            WHERE website_id = :websiteId AND product_number > :after AND since_run = :since AND until_run > :run
            ORDER BY website_id, product_number
            LIMIT :limit
            """)
    List<ProductRow> findStandingSince(int websiteId, long since, String after, long run, int limit);

    @SqlQuery("""
            SELECT product_number FROM product
            WHERE website_id = :websiteId AND until_run > :known AND until_run <= :run
            """)
    List<String> findEnded(int websiteId, long known, long run);

    @SqlQuery("""
            SELECT attributes FROM product
            WHERE website_id = :websiteId AND product_number = :productNumber AND since_run <= :run
            ORDER BY website_id DESC, product_number DESC, since_run DESC
            LIMIT 1
            """)
    Optional<String> findLatest(int websiteId, String productNumber, long run);

    @SqlBatch("""
            INSERT INTO product (website_id, product_number, since_run, until_run, source, content_hash, attributes)
            VALUES (:websiteId, :productNumber, :sinceRun, 9223372036854775807, :source, :contentHash, :attributes)
            """)
    void insert(@BindMethods List<ProductRow> rows);

    @SqlBatch("""
            UPDATE product SET source = :source, content_hash = :contentHash, attributes = :attributes
            WHERE website_id = :websiteId AND product_number = :productNumber AND since_run = :sinceRun
            """)
    void replace(@BindMethods List<ProductRow> rows);

    /** Ends what stands without end and began before {@code run}. */
    @SqlBatch("""
            UPDATE product SET until_run = :run
            WHERE website_id = :websiteId AND product_number = :productNumbers AND since_run < :run
                AND until_run = 9223372036854775807
            """)
    void end(int websiteId, List<String> productNumbers, long run);

    /** Deletes revisions of products that stand in a later one. */
    @SqlBatch("""
            DELETE FROM product
            WHERE website_id = :websiteId AND product_number = :productNumbers AND until_run <= :run
            """)
    void deleteEnded(int websiteId, List<String> productNumbers, long run);

    @SqlQuery("""
            SELECT product_number FROM product
            WHERE website_id = :websiteId AND since_run > :run
            ORDER BY website_id, since_run, product_number
            LIMIT :limit
            """)
    List<String> findStaged(int websiteId, long run, int limit);

    @SqlBatch("""
            DELETE FROM product
            WHERE website_id = :websiteId AND product_number = :productNumbers AND since_run > :run
            """)
    void deleteStaged(int websiteId, List<String> productNumbers, long run);

    @SqlQuery("""
            SELECT product_number FROM product
            WHERE website_id = :websiteId AND until_run > :run AND until_run < 9223372036854775807
            ORDER BY website_id, until_run, product_number
            LIMIT :limit
            """)
    List<String> findToBeEnded(int websiteId, long run, int limit);

    @SqlBatch("""
            UPDATE product SET until_run = 9223372036854775807
            WHERE website_id = :websiteId AND product_number = :productNumbers AND until_run > :run
            """)
    void keepOn(int websiteId, List<String> productNumbers, long run);
}
