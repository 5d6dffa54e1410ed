package dev.inlay.db.people;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The rows behind {@link PersonFinder} and {@link PersonExport}. */
interface PersonDao {
    /** All digests of an address. */
    record EmailRow(byte[] bySha256, byte[] bySha1, byte[] byMd5) { }

    /** A tracking user. */
    record TrackingUserRow(String customer, byte[] email, long seen) { }

    /** An order as somebody reported it. */
    record OrderRow(String ownerKind, String ownerId, String orderNumber, BigDecimal total, long seen, long atMs,
            boolean counted) { }

    /** A line of an order. */
    record LineRow(String productNumber, String url, BigDecimal quantity, BigDecimal lineTotal) { }

    /** A click. */
    record ClickRow(String campaignId, long atMs, int slot, String productNumber) { }

    @RegisterConstructorMapper(EmailRow.class)
    @SqlQuery("SELECT by_sha256, by_sha1, by_md5 FROM email WHERE website_id = :websiteId AND by_sha256 = :key")
    List<EmailRow> findBySha256(int websiteId, byte[] key);

    @RegisterConstructorMapper(EmailRow.class)
    @SqlQuery("SELECT by_sha256, by_sha1, by_md5 FROM email WHERE website_id = :websiteId AND by_sha1 = :key")
    List<EmailRow> findBySha1(int websiteId, byte[] key);

    @RegisterConstructorMapper(EmailRow.class)
    @SqlQuery("SELECT by_sha256, by_sha1, by_md5 FROM email WHERE website_id = :websiteId AND by_md5 = :key")
    List<EmailRow> findByMd5(int websiteId, byte[] key);

    @RegisterConstructorMapper(TrackingUserRow.class)
    @SqlQuery("SELECT customer, email, seen FROM tracking_user WHERE website_id = :websiteId AND id = :id")
    Optional<TrackingUserRow> findTrackingUser(int websiteId, String id);

    @SqlQuery("""
            SELECT id FROM tracking_user WHERE website_id = :websiteId AND customer = :customer
            ORDER BY website_id DESC, customer DESC, seen DESC
            """)
    List<String> trackingUsersOfCustomer(int websiteId, String customer);

    @SqlQuery("""
            SELECT id FROM tracking_user WHERE website_id = :websiteId AND email = :email
            ORDER BY website_id DESC, email DESC, seen DESC
            """)
    List<String> trackingUsersOfEmail(int websiteId, byte[] email);

    @SqlQuery("""
            SELECT email FROM tracking_user
            WHERE website_id = :websiteId AND customer = :customer AND email IS NOT NULL
            UNION
            SELECT email FROM conversion
            WHERE website_id = :websiteId AND owner_kind = 'c' AND owner_id = :customer AND email IS NOT NULL
            """)
    List<byte[]> emailsOfCustomer(int websiteId, String customer);

    @SqlQuery("""
            SELECT customer FROM tracking_user
            WHERE website_id = :websiteId AND email = :email AND customer IS NOT NULL
            UNION
            SELECT owner_id AS customer FROM conversion
            WHERE website_id = :websiteId AND email = :email AND owner_kind = 'c'
            """)
    List<String> customersOfEmail(int websiteId, byte[] email);

    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM event
                    WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id)
                OR EXISTS (SELECT 1 FROM cart
                    WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id)
                OR EXISTS (SELECT 1 FROM conversion
                    WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id)
                OR EXISTS (SELECT 1 FROM purchase
                    WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id)
            """)
    boolean hasActivity(int websiteId, String kind, String id);

    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM association WHERE website_id = :websiteId AND customer = :customer)
            """)
    boolean wasCustomer(int websiteId, String customer);

    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM assignment WHERE website_id = :websiteId AND recipient = :recipient)
                OR EXISTS (SELECT 1 FROM click WHERE website_id = :websiteId AND recipient = :recipient)
                OR EXISTS (SELECT 1 FROM attributed_order WHERE website_id = :websiteId AND recipient = :recipient)
            """)
    boolean gotMails(int websiteId, byte[] recipient);

    /** Whether somebody has the address {@code email}, which owners of activity are named by as {@code owner}. */
    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM tracking_user WHERE website_id = :websiteId AND email = :email)
                OR EXISTS (SELECT 1 FROM association WHERE website_id = :websiteId AND email = :email)
                OR EXISTS (SELECT 1 FROM conversion WHERE website_id = :websiteId AND email = :email)
                OR EXISTS (SELECT 1 FROM conversion
                    WHERE website_id = :websiteId AND owner_kind = 'e' AND owner_id = :owner)
                OR EXISTS (SELECT 1 FROM event
                    WHERE website_id = :websiteId AND owner_kind = 'e' AND owner_id = :owner)
            """)
    boolean isInUse(int websiteId, byte[] email, String owner);

    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM consent
                WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id)
            """)
    boolean hasConsent(int websiteId, String kind, String id);

    @RegisterConstructorMapper(OrderRow.class)
    @SqlQuery("""
            SELECT owner_kind, owner_id, order_number, total, seen, at_ms,
                EXISTS (SELECT 1 FROM counted_order o
                    WHERE o.website_id = c.website_id AND o.order_number = c.order_number
                        AND o.owner_kind = c.owner_kind AND o.owner_id = c.owner_id) AS counted
            FROM conversion c
            WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id AND order_number > :after
            ORDER BY website_id, owner_kind, owner_id, order_number
            LIMIT :limit
            """)
    List<OrderRow> findOrders(int websiteId, String kind, String id, String after, int limit);

    @RegisterConstructorMapper(OrderRow.class)
    @SqlQuery("""
            SELECT owner_kind, owner_id, order_number, total, seen, at_ms,
                EXISTS (SELECT 1 FROM counted_order o
                    WHERE o.website_id = c.website_id AND o.order_number = c.order_number
                        AND o.owner_kind = c.owner_kind AND o.owner_id = c.owner_id) AS counted
            FROM conversion c
            WHERE website_id = :websiteId AND email = :email AND seen > :after AND seen <= :until
            ORDER BY website_id, email, seen
            """)
    List<OrderRow> findOrdersMailedTo(int websiteId, byte[] email, long after, long until);

    /** When the next {@code limit} orders were placed that were mailed to the address. */
    @SqlQuery("""
            SELECT seen FROM conversion
            WHERE website_id = :websiteId AND email = :email AND seen > :after
            ORDER BY website_id, email, seen
            LIMIT :limit
            """)
    List<Long> findTimesMailedTo(int websiteId, byte[] email, long after, int limit);

    @RegisterConstructorMapper(LineRow.class)
    @SqlQuery("""
            SELECT product_number, url, quantity, line_total FROM purchase
            WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id AND order_number = :orderNumber
            """)
    List<LineRow> findLines(int websiteId, String kind, String id, String orderNumber);

    @RegisterConstructorMapper(ClickRow.class)
    @SqlQuery("""
            SELECT campaign_id, at_ms, slot, product_number FROM click
            WHERE website_id = :websiteId AND recipient = :recipient
            ORDER BY website_id, recipient, at_ms, id
            LIMIT :limit OFFSET :offset
            """)
    List<ClickRow> findClicks(int websiteId, byte[] recipient, int limit, int offset);
}
