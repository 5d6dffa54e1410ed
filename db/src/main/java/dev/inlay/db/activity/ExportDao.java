package dev.inlay.db.activity;

import dev.inlay.db.activity.ActivityExport.Line;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The rows behind {@link ActivityExport}: whatever names a product, with the customer that its owner belongs to. */
interface ExportDao {
    /** A row of table {@code event} or, as type 3, of table {@code purchase}. */
    record ToldRow(String ownerKind, String ownerId, long seen, long id, int type, String orderNumber,
            String productNumber, String url, long atMs, String customer) {
        Line line() {
            ProductReference product =
                    new ProductReference(Optional.ofNullable(productNumber), Optional.ofNullable(url));
            return new Line(new Event(new Owner(Owner.Kind.of(ownerKind), ownerId), EventType.of(type), product, seen,
                    id, Instant.ofEpochMilli(atMs)), Optional.ofNullable(orderNumber),
                    Optional.ofNullable(customer).map(CustomerId::fromStored));
        }
    }

    @RegisterConstructorMapper(ToldRow.class)
    @SqlQuery("""
            SELECT e.owner_kind, e.owner_id, e.seen, e.id, e.type, CAST(NULL AS VARCHAR(255)) AS order_number,
                e.product_number, e.url, e.at_ms, t.customer
            FROM event e
            LEFT JOIN tracking_user t
                ON e.owner_kind = 't' AND t.website_id = e.website_id AND t.id = e.owner_id
            WHERE e.website_id = :websiteId AND e.seen >= :seen AND (e.seen > :seen OR e.id > :id)
                AND (e.product_number IS NOT NULL OR e.url IS NOT NULL)
            ORDER BY e.website_id, e.seen, e.id
            LIMIT :limit
            """)
    List<ToldRow> findEventsAfter(int websiteId, long seen, long id, int limit);

    @RegisterConstructorMapper(ToldRow.class)
    @SqlQuery("""
            SELECT p.owner_kind, p.owner_id, p.seen, p.id, 3 AS type, p.order_number, p.product_number, p.url,
                p.at_ms, t.customer
            FROM purchase p
            LEFT JOIN tracking_user t
                ON p.owner_kind = 't' AND t.website_id = p.website_id AND t.id = p.owner_id
            WHERE p.website_id = :websiteId AND p.seen >= :seen AND (p.seen > :seen OR p.id > :id) AND p.counted
                AND (p.product_number IS NOT NULL OR p.url IS NOT NULL)
            ORDER BY p.website_id, p.seen, p.id
            LIMIT :limit
            """)
    List<ToldRow> findPurchasesAfter(int websiteId, long seen, long id, int limit);
}
