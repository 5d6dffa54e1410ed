package dev.inlay.db.people;

import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows behind {@link ForgottenPeople}. */
interface ForgottenDao {
    @SqlUpdate("""
            INSERT INTO forgotten (website_id, name, at_ms) VALUES (:websiteId, :name, :atMs)
            ON CONFLICT DO NOTHING
            """)
    int insert(int websiteId, byte[] name, long atMs);

    @SqlUpdate("""
            UPDATE forgotten SET at_ms = :atMs WHERE website_id = :websiteId AND name = :name AND at_ms < :atMs
            """)
    void update(int websiteId, byte[] name, long atMs);

    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM forgotten
                WHERE website_id = :websiteId AND name IN (<names>) AND at_ms > :orderMs)
            """)
    boolean isForgotten(int websiteId, @BindList("names") List<byte[]> names, long orderMs);
}
