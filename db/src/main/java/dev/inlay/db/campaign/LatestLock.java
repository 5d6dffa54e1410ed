package dev.inlay.db.campaign;

import dev.inlay.db.campaign.AssignmentDao.LockKey;
import dev.inlay.db.campaign.AssignmentDao.LockRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The one read of every picture that is opened again. It speaks to the driver itself: attaching a DAO for it costs more
 * than all that the store does.
 */
final class LatestLock {
    private static final String QUERY = """
            SELECT clear_count, bucket, pick_set, template_version, arm FROM assignment
            WHERE website_id = ? AND campaign_id = ? AND recipient = ?
                AND send_key = ? AND clear_count <= ?
                AND (clear_count < ? OR bucket <= ?)
            ORDER BY website_id DESC, campaign_id DESC, recipient DESC, send_key DESC, clear_count DESC, bucket DESC
            LIMIT 1
            """;

    private LatestLock() {
    }

    /** The lock of {@code key} or, failing that, the newest one of an earlier bucket or clearing. */
    static Optional<LockRow> find(Handle handle, LockKey key) {
        try {
            return find(handle.getConnection(), key);
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    private static Optional<LockRow> find(Connection connection, LockKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setInt(1, key.websiteId());
            statement.setString(2, key.campaignId());
            statement.setBytes(3, key.recipient());
            statement.setBytes(4, key.sendKey());
            statement.setInt(5, key.clearCount());
            statement.setInt(6, key.clearCount());
            statement.setLong(7, key.bucket());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(row(rows)) : Optional.empty();
            }
        }
    }

    private static LockRow row(ResultSet rows) throws SQLException {
        return new LockRow(rows.getInt("clear_count"), rows.getLong("bucket"), rows.getBytes("pick_set"),
                rows.getString("template_version"), Arm.valueOf(rows.getString("arm")));
    }
}
