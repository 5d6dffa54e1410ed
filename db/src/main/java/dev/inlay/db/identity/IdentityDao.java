package dev.inlay.db.identity;

import dev.inlay.db.SeenClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows behind {@link IdentityStore}. */
interface IdentityDao {
    /** What a tracking user belongs to now, when it was last seen, and who said so. */
    record Belonging(String customer, byte[] email, long seen, String source) {
        static final Belonging NOBODY = new Belonging(null, null, 0, null);

        boolean isNobody() {
            return customer == null && email == null;
        }

        Belonging asNobody() {
            return new Belonging(null, null, seen, null);
        }

        boolean isByClick() {
            return Source.CLICK.name().equals(source);
        }
    }

    /** A row of table {@code association}. */
    record AssociationRow(long seen, long id, String customer, byte[] email, String source) {
        PathStep step() {
            return new PathStep(Instant.ofEpochMilli(SeenClock.millis(seen)),
                    Optional.ofNullable(customer).map(CustomerId::fromStored),
                    Optional.ofNullable(email).map(bytes -> new EmailKey(EmailKey.Digest.SHA256, bytes)),
                    Source.valueOf(source));
        }
    }

    /** A tracking user with what tells how recent it is: its latest association, event and cart. */
    record Recency(String id, String customer, long seen, Long eventSeen, Long cartSeen) {
        long latest() {
            return Math.max(seen, Math.max(eventSeen == null ? 0 : eventSeen, cartSeen == null ? 0 : cartSeen));
        }
    }

    @SqlUpdate("""
            INSERT INTO email (website_id, by_sha256, by_sha1, by_md5)
            VALUES (:websiteId, :bySha256, :bySha1, :byMd5)
            ON CONFLICT DO NOTHING
            """)
    void insertEmail(int websiteId, byte[] bySha256, byte[] bySha1, byte[] byMd5);

    @SqlQuery("SELECT by_sha256 FROM email WHERE website_id = :websiteId AND by_sha1 = :bySha1")
    List<byte[]> findBySha1(int websiteId, byte[] bySha1);

    @SqlQuery("SELECT by_sha256 FROM email WHERE website_id = :websiteId AND by_md5 = :byMd5")
    List<byte[]> findByMd5(int websiteId, byte[] byMd5);

    @SqlUpdate("""
            INSERT INTO tracking_user (website_id, id, customer, email, seen)
            VALUES (:websiteId, :id, NULL, NULL, 0)
            ON CONFLICT DO NOTHING
            """)
    int insertTrackingUser(int websiteId, String id);

    /** Apart from {@link #findBelonging}, which must not look at the store as it was before this had to wait. */
    @SqlQuery("SELECT id FROM tracking_user WHERE website_id = :websiteId AND id = :id FOR UPDATE")
    Optional<String> lockTrackingUser(int websiteId, String id);

    @RegisterConstructorMapper(Belonging.class)
    @SqlQuery("""
            SELECT t.customer, t.email, t.seen,
                (SELECT a.source FROM association a
                    WHERE a.website_id = t.website_id AND a.tracking_user_id = t.id
                    ORDER BY a.website_id DESC, a.tracking_user_id DESC, a.seen DESC, a.id DESC
                    LIMIT 1) AS source
            FROM tracking_user t
            WHERE t.website_id = :websiteId AND t.id = :id
            """)
    Optional<Belonging> findBelonging(int websiteId, String id);

    @SqlUpdate("""
            UPDATE tracking_user SET customer = :customer, email = :email
            WHERE website_id = :websiteId AND id = :id
            """)
    void updateBelonging(int websiteId, String id, String customer, byte[] email);

    @SqlUpdate("""
            UPDATE tracking_user SET seen = :seen
            WHERE website_id = :websiteId AND id = :id AND seen < :seen
            """)
    int updateSeen(int websiteId, String id, long seen);

    @SqlUpdate("""
            INSERT INTO association (website_id, tracking_user_id, seen, id, customer, email, source, trusted)
            VALUES (:websiteId, :trackingUserId, :seen, :id, :customer, :email, :source, :trusted)
            """)
    void insertAssociation(int websiteId, String trackingUserId, long seen, long id, String customer, byte[] email,
            Source source, boolean trusted);

    @RegisterConstructorMapper(AssociationRow.class)
    @SqlQuery("""
            SELECT seen, id, customer, email, source FROM association
            WHERE website_id = :websiteId AND tracking_user_id = :trackingUserId
            ORDER BY website_id DESC, tracking_user_id DESC, seen DESC, id DESC
            LIMIT :limit
            """)
    List<AssociationRow> findAssociations(int websiteId, String trackingUserId, int limit);

    /** The last one until {@code seen}, that included, which is not what a click claimed. */
    @RegisterConstructorMapper(AssociationRow.class)
    @SqlQuery("""
            SELECT seen, id, customer, email, source FROM association
            WHERE website_id = :websiteId AND tracking_user_id = :trackingUserId AND seen <= :seen
                AND source <> 'CLICK'
            ORDER BY website_id DESC, tracking_user_id DESC, seen DESC, id DESC
            LIMIT 1
            """)
    Optional<AssociationRow> findAssociationUntil(int websiteId, String trackingUserId, long seen);

    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM association
                WHERE website_id = :websiteId AND tracking_user_id = :trackingUserId AND seen > :seen
                    AND customer IS DISTINCT FROM :customer)
            """)
    boolean hasOtherCustomerAfter(int websiteId, String trackingUserId, long seen, String customer);

    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM association
                WHERE website_id = :websiteId AND tracking_user_id = :trackingUserId AND seen > :seen
                    AND email IS DISTINCT FROM :email)
            """)
    boolean hasOtherEmailAfter(int websiteId, String trackingUserId, long seen, byte[] email);

    @SqlUpdate("""
            DELETE FROM association
            WHERE website_id = :websiteId AND tracking_user_id = :trackingUserId AND seen > :seen
                AND source = 'CLICK'
            """)
    void deleteClicksAfter(int websiteId, String trackingUserId, long seen);

    @SqlUpdate("""
            UPDATE association SET customer = :customer
            WHERE website_id = :websiteId AND tracking_user_id = :trackingUserId AND seen > :seen
            """)
    void updateCustomerAfter(int websiteId, String trackingUserId, long seen, String customer);

    @SqlUpdate("""
            UPDATE association SET email = :email
            WHERE website_id = :websiteId AND tracking_user_id = :trackingUserId AND seen > :seen
            """)
    void updateEmailAfter(int websiteId, String trackingUserId, long seen, byte[] email);

    /** The latest association of a tracking user of {@code customer}. */
    @SqlQuery("""
            SELECT seen FROM tracking_user
            WHERE website_id = :websiteId AND customer = :customer
            ORDER BY website_id DESC, customer DESC, seen DESC
            LIMIT 1
            """)
    Optional<Long> findLatestOfCustomer(int websiteId, String customer);

    /** The latest association of a tracking user of {@code email}. */
    @SqlQuery("""
            SELECT seen FROM tracking_user
            WHERE website_id = :websiteId AND email = :email
            ORDER BY website_id DESC, email DESC, seen DESC
            LIMIT 1
            """)
    Optional<Long> findLatestOfEmail(int websiteId, byte[] email);

    @SqlUpdate("UPDATE tracking_user SET customer = :customer WHERE website_id = :websiteId AND id = :id")
    void updateCustomer(int websiteId, String id, String customer);

    @SqlUpdate("UPDATE tracking_user SET email = :email WHERE website_id = :websiteId AND id = :id")
    void updateEmail(int websiteId, String id, byte[] email);

    @RegisterConstructorMapper(Recency.class)
    @SqlQuery("""
            SELECT t.id, t.customer, t.seen,
                (SELECT e.seen FROM event e
                    WHERE e.website_id = t.website_id AND e.owner_kind = 't' AND e.owner_id = t.id
                    ORDER BY e.website_id DESC, e.owner_kind DESC, e.owner_id DESC, e.seen DESC
                    LIMIT 1) AS event_seen,
                (SELECT c.seen FROM cart c
                    WHERE c.website_id = t.website_id AND c.owner_kind = 't' AND c.owner_id = t.id) AS cart_seen
            FROM tracking_user t
            WHERE t.website_id = :websiteId AND t.email = :email
            ORDER BY t.website_id DESC, t.email DESC, t.seen DESC
            LIMIT 1000
            """)
    List<Recency> findByEmail(int websiteId, byte[] email);

    /** Those of an email, without customer, of whom only a click said so. */
    @SqlQuery("""
            SELECT t.id FROM tracking_user t
            WHERE t.website_id = :websiteId AND t.email = :email AND t.customer IS NULL
                AND (SELECT a.source FROM association a
                    WHERE a.website_id = t.website_id AND a.tracking_user_id = t.id
                    ORDER BY a.website_id DESC, a.tracking_user_id DESC, a.seen DESC, a.id DESC
                    LIMIT 1) = 'CLICK'
            ORDER BY t.website_id DESC, t.email DESC, t.seen DESC
            LIMIT 1000
            """)
    Set<String> findReturned(int websiteId, byte[] email);

    @RegisterConstructorMapper(Recency.class)
    @SqlQuery("""
            SELECT t.id, t.customer, t.seen,
                (SELECT e.seen FROM event e
                    WHERE e.website_id = t.website_id AND e.owner_kind = 't' AND e.owner_id = t.id
                    ORDER BY e.website_id DESC, e.owner_kind DESC, e.owner_id DESC, e.seen DESC
                    LIMIT 1) AS event_seen,
                (SELECT c.seen FROM cart c
                    WHERE c.website_id = t.website_id AND c.owner_kind = 't' AND c.owner_id = t.id) AS cart_seen
            FROM tracking_user t
            WHERE t.website_id = :websiteId AND t.customer = :customer
            ORDER BY t.website_id DESC, t.customer DESC, t.seen DESC
            LIMIT 1000
            """)
    List<Recency> findByCustomer(int websiteId, String customer);

    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM event
                    WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id)
                OR EXISTS (SELECT 1 FROM cart
                    WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id)
                OR EXISTS (SELECT 1 FROM conversion
                    WHERE website_id = :websiteId AND owner_kind = :kind AND owner_id = :id)
            """)
    boolean hasActivity(int websiteId, String kind, String id);

    @SqlQuery("""
            SELECT owner_id FROM conversion
            WHERE website_id = :websiteId AND email = :email
            ORDER BY website_id DESC, email DESC, seen DESC
            LIMIT 1
            """)
    Optional<String> findCustomerOfLatestOrder(int websiteId, byte[] email);
}
