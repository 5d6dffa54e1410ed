package dev.inlay.db.consent;

import dev.inlay.db.identity.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows behind {@link ConsentStore}. */
interface ConsentDao {
    /** A row of table {@code consent}. */
    record ConsentRow(String ownerKind, String ownerId, long atMs, long seen, long id, String state, String source,
            String note) {
        Consent consent() {
            return new Consent(new Owner(Owner.Kind.of(ownerKind), ownerId), Consent.State.valueOf(state),
                    Instant.ofEpochMilli(atMs), Consent.Source.valueOf(source), note);
        }
    }

    /** The digests of an address. */
    record DigestRow(byte[] bySha256, byte[] bySha1, byte[] byMd5) { }

    @SqlUpdate("""
            INSERT INTO consent (website_id, owner_kind, owner_id, at_ms, seen, id, state, source, note)
            VALUES (:websiteId, :ownerKind, :ownerId, :atMs, :seen, :id, :state, :source, :note)
            """)
    void insert(int websiteId, @BindMethods ConsentRow row);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM consent WHERE website_id = :websiteId)")
    boolean isAny(int websiteId);

    @RegisterConstructorMapper(ConsentRow.class)
    @SqlQuery("""
            SELECT owner_kind, owner_id, at_ms, seen, id, state, source, note FROM consent
            WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id IN (<ownerIds>)
            """)
    List<ConsentRow> findOf(int websiteId, String ownerKind, @BindList List<String> ownerIds);

    @SqlUpdate("""
            DELETE FROM consent
            WHERE website_id = :websiteId AND owner_kind = :ownerKind AND owner_id = :ownerId AND at_ms = :atMs
                AND seen = :seen AND id = :id
            """)
    void delete(int websiteId, @BindMethods ConsentRow row);

    @SqlQuery("""
            SELECT DISTINCT email FROM tracking_user
            WHERE website_id = :websiteId AND id IN (<trackingUsers>) AND email IS NOT NULL
            """)
    List<byte[]> findEmails(int websiteId, @BindList List<String> trackingUsers);

    @SqlQuery("""
            SELECT DISTINCT email FROM conversion
            WHERE website_id = :websiteId AND owner_kind = 'c' AND owner_id = :customer AND email IS NOT NULL
            """)
    List<byte[]> findEmailsOfOrders(int websiteId, String customer);

    @RegisterConstructorMapper(DigestRow.class)
    @SqlQuery("SELECT by_sha256, by_sha1, by_md5 FROM email WHERE website_id = :websiteId AND by_sha256 = :email")
    Optional<DigestRow> findBySha256(int websiteId, byte[] email);

    @RegisterConstructorMapper(DigestRow.class)
    @SqlQuery("SELECT by_sha256, by_sha1, by_md5 FROM email WHERE website_id = :websiteId AND by_sha1 = :email")
    List<DigestRow> findBySha1(int websiteId, byte[] email);

    @RegisterConstructorMapper(DigestRow.class)
    @SqlQuery("SELECT by_sha256, by_sha1, by_md5 FROM email WHERE website_id = :websiteId AND by_md5 = :email")
    List<DigestRow> findByMd5(int websiteId, byte[] email);
}
