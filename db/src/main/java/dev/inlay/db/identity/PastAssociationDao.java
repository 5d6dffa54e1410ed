package dev.inlay.db.identity;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The rows behind {@link PastAssociations}. */
interface PastAssociationDao {
    /** A tracking user as it is. */
    record BelongingRow(String customer, byte[] email, long seen) { }

    /** A tracking user as it becomes. */
    record TrackingUserRow(int websiteId, String id, String customer, long seen) { }

    /** A row of table {@code association}. */
    record StepRow(int websiteId, String trackingUserId, long seen, long id, String customer, byte[] email) { }

    @RegisterConstructorMapper(BelongingRow.class)
    @SqlQuery("SELECT customer, email, seen FROM tracking_user WHERE website_id = :websiteId AND id = :id")
    Optional<BelongingRow> find(int websiteId, String id);

    @SqlBatch("""
            INSERT INTO tracking_user (website_id, id, customer, email, seen)
            VALUES (:websiteId, :id, NULL, NULL, 0)
            ON CONFLICT DO NOTHING
            """)
    void insert(int websiteId, List<String> id);

    @SqlBatch("""
            UPDATE tracking_user SET customer = :customer, seen = :seen
            WHERE website_id = :websiteId AND id = :id
            """)
    void update(@BindMethods List<TrackingUserRow> rows);

    @SqlBatch("""
            UPDATE tracking_user SET seen = :seen
            WHERE website_id = :websiteId AND id = :id AND seen < :seen
            """)
    void updateSeen(@BindMethods List<TrackingUserRow> rows);

    @SqlBatch("""
            INSERT INTO association (website_id, tracking_user_id, seen, id, customer, email, source, trusted)
            VALUES (:websiteId, :trackingUserId, :seen, :id, :customer, :email, :source, :trusted)
            ON CONFLICT DO NOTHING
            """)
    void insertSteps(@BindMethods List<StepRow> rows, Source source, boolean trusted);
}
