package dev.inlay.db.catalogue;

import dev.inlay.db.catalogue.OfferRows.OfferRow;
import dev.inlay.db.catalogue.OfferRows.PastOfferRow;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The log of what products were offered for. */
interface OfferDao {
    @SqlBatch("""
            INSERT INTO product_change (website_id, product_number, run, at_ms, price, old_price, sale_start_ms,
                sale_end_ms, in_stock)
            VALUES (:websiteId, :productNumber, :run, :atMs, :price, :oldPrice, :saleStartMs, :saleEndMs, :inStock)
            ON CONFLICT DO NOTHING
            """)
    void insert(@BindMethods List<OfferRow> rows, long atMs);

    /** Deletes what runs wrote that were never swapped. */
    @SqlBatch("""
            DELETE FROM product_change
            WHERE website_id = :websiteId AND product_number = :productNumbers AND run > :run
            """)
    void deleteStaged(int websiteId, List<String> productNumbers, long run);

    @RegisterConstructorMapper(PastOfferRow.class)
    @SqlQuery("""
            SELECT at_ms, price, old_price, sale_start_ms, sale_end_ms, in_stock FROM product_change
            WHERE website_id = :websiteId AND product_number = :productNumber AND at_ms > :sinceMs
            ORDER BY website_id DESC, product_number DESC, run DESC
            LIMIT :limit
            """)
    List<PastOfferRow> findLatestSince(int websiteId, String productNumber, long sinceMs, int limit);
}
