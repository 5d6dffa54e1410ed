package dev.inlay.db.identity;

import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;

/** The rows behind {@link PastAssociations}. */
interface PastAssociationDao {
    /** A tracking user as it becomes. */
    record TrackingUserRow(int websiteId, String id, String customer, byte[] email, long seen) { }

    /** A row of table {@code association}. */
    record StepRow(int websiteId, String trackingUserId, long seen, long id, String customer, byte[] email) { }

    @SqlBatch("""
            UPDATE tracking_user SET customer = :customer, email = :email, seen = :seen
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
