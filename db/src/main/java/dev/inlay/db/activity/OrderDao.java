package dev.inlay.db.activity;

import dev.inlay.db.activity.ActivityRows.PurchaseRow;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Owner;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows behind {@link OrderBook}. */
interface OrderDao {
    /** Whose report of an order counts. */
    record CountedRow(String ownerKind, String ownerId) {
        Owner owner() {
            return new Owner(Owner.Kind.of(ownerKind), ownerId);
        }
    }

    /** A row of table {@code conversion}, but for when it arrived. */
    record ReportRow(int websiteId, String ownerKind, String ownerId, String orderNumber, BigDecimal total,
            byte[] email, long seen, long atMs, String feedHash) {
        static ReportRow of(int websiteId, OrderReport report) {
            return new ReportRow(websiteId, report.owner().kind().letter(), report.owner().id(), report.orderNumber(),
                    Amount.storable(report.total()), report.buyerEmail().map(EmailKey::bytes).orElse(null),
                    report.seen(), report.atMs(), report.feedHash().orElse(null));
        }

        OrderReport report(List<LineRow> lines) {
            return new OrderReport(new Owner(Owner.Kind.of(ownerKind), ownerId), orderNumber,
                    Optional.ofNullable(total),
                    Optional.ofNullable(email).map(bytes -> new EmailKey(EmailKey.Digest.SHA256, bytes)), seen, atMs,
                    Optional.ofNullable(feedHash), lines.stream().map(LineRow::line).toList());
        }
    }

    /** A line of an order. */
    record LineRow(String productNumber, String url, BigDecimal quantity, BigDecimal lineTotal) {
        OrderLine line() {
            return new OrderLine(
                    new ProductReference(Optional.ofNullable(productNumber), Optional.ofNullable(url)),
                    Optional.ofNullable(quantity), Optional.ofNullable(lineTotal));
        }
    }

    /** What the feed's row of an order told. */
    record HashRow(String orderNumber, String feedHash) { }

    @SqlUpdate("""
            INSERT INTO counted_order (website_id, order_number, owner_kind, owner_id)
            VALUES (:websiteId, :orderNumber, :ownerKind, :ownerId)
            ON CONFLICT DO NOTHING
            """)
    int insertCounted(int websiteId, String orderNumber, String ownerKind, String ownerId);

    @RegisterConstructorMapper(CountedRow.class)
    @SqlQuery("""
            SELECT owner_kind, owner_id FROM counted_order
            WHERE website_id = :websiteId AND order_number = :orderNumber
            FOR UPDATE
            """)
    Optional<CountedRow> lockCounted(int websiteId, String orderNumber);

    @SqlUpdate("""
            UPDATE counted_order SET owner_kind = :ownerKind, owner_id = :ownerId
            WHERE website_id = :websiteId AND order_number = :orderNumber
            """)
    void updateCounted(int websiteId, String orderNumber, String ownerKind, String ownerId);

    @SqlUpdate("""
            INSERT INTO conversion (website_id, owner_kind, owner_id, order_number, total, email, seen, at_ms, arrived,
                feed_hash)
            VALUES (:websiteId, :ownerKind, :ownerId, :orderNumber, :total, :email, :seen, :atMs, :arrived, :feedHash)
            ON CONFLICT DO NOTHING
            """)
    int insertReport(@BindMethods ReportRow row, long arrived);

    @SqlUpdate("""
            DELETE FROM conversion
            WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId
                AND order_number = :orderNumber
            """)
    int deleteReport(@BindMethods ReportRow row);

    @RegisterConstructorMapper(ReportRow.class)
    @SqlQuery("""
            SELECT website_id, owner_kind, owner_id, order_number, total, email, seen, at_ms, feed_hash FROM conversion
            WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId
                AND order_number = :orderNumber
            """)
    Optional<ReportRow> findReport(int websiteId, String ownerKind, String ownerId, String orderNumber);

    @RegisterConstructorMapper(ReportRow.class)
    @SqlQuery("""
            SELECT website_id, owner_kind, owner_id, order_number, total, email, seen, at_ms, feed_hash FROM conversion
            WHERE website_id = :websiteId AND order_number = :orderNumber
            ORDER BY website_id, order_number, arrived
            LIMIT :limit
            """)
    List<ReportRow> findReports(int websiteId, String orderNumber, int limit);

    @RegisterConstructorMapper(HashRow.class)
    @SqlQuery("""
            SELECT o.order_number, c.feed_hash
            FROM counted_order o
            JOIN conversion c ON c.website_id = o.website_id AND c.owner_kind = o.owner_kind AND c.owner_id = o.owner_id
                AND c.order_number = o.order_number
            WHERE o.website_id = :websiteId AND o.order_number IN (<orderNumbers>) AND c.feed_hash IS NOT NULL
            """)
    List<HashRow> findFeedHashes(int websiteId, @BindList List<String> orderNumbers);

    @SqlBatch("""
            INSERT INTO purchase (website_id, owner_kind, owner_id, seen, id, order_number, product_number, url,
                quantity, line_total, counted, at_ms)
            VALUES (:websiteId, :ownerKind, :ownerId, :seen, :id, :orderNumber, :productNumber, :url,
                :quantity, :lineTotal, :counted, :atMs)
            """)
    void insertLines(@BindMethods List<PurchaseRow> rows);

    @SqlUpdate("""
            DELETE FROM purchase
            WHERE website_id = :websiteId AND order_number = :orderNumber AND owner_kind = :ownerKind
                AND owner_id = :ownerId
            """)
    void deleteLines(@BindMethods ReportRow row);

    @RegisterConstructorMapper(LineRow.class)
    @SqlQuery("""
            SELECT product_number, url, quantity, line_total FROM purchase
            WHERE website_id = :websiteId AND order_number = :orderNumber AND owner_kind = :ownerKind
                AND owner_id = :ownerId
            ORDER BY seen, id
            """)
    List<LineRow> findLines(@BindMethods ReportRow row);

    @SqlUpdate("""
            UPDATE purchase SET counted = FALSE
            WHERE website_id = :websiteId AND order_number = :orderNumber AND owner_kind = :ownerKind
                AND owner_id = :ownerId
            """)
    void uncountLines(@BindMethods ReportRow row);
}
