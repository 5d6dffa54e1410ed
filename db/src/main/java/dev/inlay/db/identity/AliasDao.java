package dev.inlay.db.identity;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The rows behind {@link Aliases}. */
interface AliasDao {
    /** The other digests of an address. */
    record Digests(byte[] bySha1, byte[] byMd5) { }

    @SqlQuery("""
            SELECT email FROM tracking_user
            WHERE website_id = :websiteId AND customer = :customer AND email IS NOT NULL
            ORDER BY website_id DESC, customer DESC, seen DESC
            LIMIT 100
            """)
    List<byte[]> findEmails(int websiteId, String customer);

    @SqlQuery("""
            SELECT DISTINCT email FROM conversion
            WHERE website_id = :websiteId AND owner_kind = 'c' AND owner_id = :customer AND email IS NOT NULL
            """)
    List<byte[]> findEmailsOfOrders(int websiteId, String customer);

    @SqlQuery("""
            SELECT customer FROM tracking_user
            WHERE website_id = :websiteId AND email = :email AND customer IS NOT NULL
            ORDER BY website_id DESC, email DESC, seen DESC
            LIMIT 100
            """)
    List<String> findCustomers(int websiteId, byte[] email);

    @RegisterConstructorMapper(Digests.class)
    @SqlQuery("SELECT by_sha1, by_md5 FROM email WHERE website_id = :websiteId AND by_sha256 = :email")
    Optional<Digests> findDigests(int websiteId, byte[] email);
}
