package dev.inlay.db.people;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows that {@link NameRemoval} takes away. */
interface NameRemovalDao {
    /** A row of table {@code association}. */
    record AssociationRow(String trackingUserId, long seen, long id, String customer, byte[] email) { }

    /** All digests of an address. */
    record DigestRow(byte[] bySha256, byte[] bySha1, byte[] byMd5) { }

    @RegisterConstructorMapper(AssociationRow.class)
    @SqlQuery("""
            SELECT tracking_user_id, seen, id, customer, email FROM association
            WHERE website_id = :websiteId AND tracking_user_id = :trackingUserId
            ORDER BY website_id, tracking_user_id, seen, id
            LIMIT :limit
            """)
    List<AssociationRow> firstOfTrackingUser(int websiteId, String trackingUserId, int limit);

    @RegisterConstructorMapper(AssociationRow.class)
    @SqlQuery("""
            SELECT tracking_user_id, seen, id, customer, email FROM association
            WHERE website_id = :websiteId AND customer = :customer
            ORDER BY website_id, customer
            LIMIT :limit
            """)
    List<AssociationRow> firstOfCustomer(int websiteId, String customer, int limit);

    @RegisterConstructorMapper(AssociationRow.class)
    @SqlQuery("""
            SELECT tracking_user_id, seen, id, customer, email FROM association
            WHERE website_id = :websiteId AND email = :email
            ORDER BY website_id, email
            LIMIT :limit
            """)
    List<AssociationRow> firstOfEmail(int websiteId, byte[] email, int limit);

    @SqlBatch("""
            DELETE FROM association
            WHERE website_id = :websiteId AND tracking_user_id = :trackingUserId AND seen = :seen AND id = :id
            """)
    void deleteAssociations(int websiteId, @BindMethods List<AssociationRow> rows);

    @SqlBatch("""
            UPDATE association SET customer = :customer, email = :email
            WHERE website_id = :websiteId AND tracking_user_id = :trackingUserId AND seen = :seen AND id = :id
            """)
    void updateAssociations(int websiteId, @BindMethods List<AssociationRow> rows);

    @SqlQuery("SELECT email FROM tracking_user WHERE website_id = :websiteId AND id = :id AND email IS NOT NULL")
    List<byte[]> findEmail(int websiteId, String id);

    @SqlUpdate("DELETE FROM tracking_user WHERE website_id = :websiteId AND id = :id")
    int deleteTrackingUser(int websiteId, String id);

    @RegisterConstructorMapper(DigestRow.class)
    @SqlQuery("SELECT by_sha256, by_sha1, by_md5 FROM email WHERE website_id = :websiteId AND by_sha256 = :email")
    Optional<DigestRow> findDigests(int websiteId, byte[] email);

    /**
     * {@code owner} is the same address as owners of activity hold it, {@code speakers} as those hold it who spoke of
     * consent.
     */
    @SqlUpdate("""
            DELETE FROM email WHERE website_id = :websiteId AND by_sha256 = :email
                AND NOT EXISTS (SELECT 1 FROM tracking_user t WHERE t.website_id = :websiteId AND t.email = :email)
                AND NOT EXISTS (SELECT 1 FROM association a WHERE a.website_id = :websiteId AND a.email = :email)
                AND NOT EXISTS (SELECT 1 FROM conversion c WHERE c.website_id = :websiteId AND c.email = :email)
                AND NOT EXISTS (SELECT 1 FROM conversion c
                    WHERE c.website_id = :websiteId AND c.owner_kind = 'e' AND c.owner_id = :owner)
                AND NOT EXISTS (SELECT 1 FROM purchase p
                    WHERE p.website_id = :websiteId AND p.owner_kind = 'e' AND p.owner_id = :owner)
                AND NOT EXISTS (SELECT 1 FROM event v
                    WHERE v.website_id = :websiteId AND v.owner_kind = 'e' AND v.owner_id = :owner)
                AND NOT EXISTS (SELECT 1 FROM consent s
                    WHERE s.website_id = :websiteId AND s.owner_kind = 'e' AND s.owner_id IN (<speakers>))
            """)
    void dropUnusedEmail(int websiteId, byte[] email, String owner, @BindList List<String> speakers);
}
