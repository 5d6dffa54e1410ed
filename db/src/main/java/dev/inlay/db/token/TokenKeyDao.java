package dev.inlay.db.token;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows behind {@link TokenKeyStore}. */
interface TokenKeyDao {
    @SqlQuery("SELECT MAX(number) FROM token_key WHERE website_id = :websiteId")
    Optional<Integer> findNewest(int websiteId);

    @SqlUpdate("INSERT INTO token_key (website_id, number, created_ms) VALUES (:websiteId, :number, :createdMs)")
    void insert(int websiteId, int number, long createdMs);
}
