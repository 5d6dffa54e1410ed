package dev.inlay.db.people;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows behind {@link ErasureStore}: erasures in hand. */
interface ErasureDao {
    /** A row of table {@code erasure}. */
    record ErasureRow(int websiteId, long id, String state, long atMs, byte[] work) { }

    @SqlUpdate("""
            INSERT INTO erasure (website_id, id, state, at_ms, work) VALUES (:websiteId, :id, :state, :atMs, :work)
            """)
    void insert(int websiteId, long id, String state, long atMs, byte[] work);

    @SqlUpdate("""
            UPDATE erasure SET state = :state, at_ms = :atMs WHERE website_id = :websiteId AND id = :id
            """)
    void update(int websiteId, long id, String state, long atMs);

    @SqlUpdate("DELETE FROM erasure WHERE website_id = :websiteId AND id = :id")
    void delete(int websiteId, long id);

    @RegisterConstructorMapper(ErasureRow.class)
    @SqlQuery("SELECT website_id, id, state, at_ms, work FROM erasure ORDER BY website_id, at_ms")
    List<ErasureRow> findAll();
}
