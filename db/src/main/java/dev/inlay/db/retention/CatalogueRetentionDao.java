package dev.inlay.db.retention;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Finds and deletes what products were offered for long ago. */
interface CatalogueRetentionDao {
    /** Names a row of table {@code product_change}. */
    record ChangeKey(int websiteId, String productNumber, long run) { }

    @RegisterConstructorMapper(ChangeKey.class)
    @SqlQuery("""
            SELECT website_id, product_number, run FROM product_change
            WHERE website_id = :websiteId AND at_ms < :before
            ORDER BY website_id, at_ms
            LIMIT :limit
            """)
    List<ChangeKey> findChanges(int websiteId, long before, int limit);

    @SqlBatch("""
            DELETE FROM product_change
            WHERE website_id = :websiteId AND product_number = :productNumber AND run = :run
            """)
    void deleteChanges(@BindMethods List<ChangeKey> changes);
}
