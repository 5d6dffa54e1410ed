package dev.inlay.db.catalogue;

import dev.inlay.db.catalogue.ProductRows.ProductRow;
import dev.inlay.db.feed.SourceVersion;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The photos behind {@link CatalogueStore}. */
interface PhotoDao {
    /** A row of table {@code photo}; {@code changed} orders changes, see {@link dev.inlay.db.SeenClock}. */
    record PhotoRow(int websiteId, byte[] urlHash, String url, int state, String hash, String failure, long changed) {
        private static final int MAX_FAILURE = 1_000;

        static PhotoRow of(int websiteId, Photo photo, long changed) {
            String failure = photo.failure().substring(0, Math.min(photo.failure().length(), MAX_FAILURE));
            return new PhotoRow(websiteId, ProductRow.hash(photo.url()), photo.url(), photo.state().ordinal(),
                    photo.hash(), failure, changed);
        }

        Photo photo() {
            return new Photo(url, Photo.State.values()[state], hash, failure);
        }
    }

    /** A photo that is ready, and when it was asked for last. */
    record CheckRow(byte[] urlHash, String url, String hash, Optional<String> etag, Optional<String> lastModified,
            long checkedMs) {
        KnownPhoto known() {
            return new KnownPhoto(url, hash, new SourceVersion(etag, lastModified));
        }
    }

    @SqlBatch("""
            INSERT INTO photo (website_id, url_hash, url, state, hash, failure, changed)
            VALUES (:websiteId, :urlHash, :url, :state, :hash, :failure, :changed)
            ON CONFLICT DO NOTHING
            """)
    int[] insert(@BindMethods List<PhotoRow> rows);

    @SqlUpdate("""
            UPDATE photo SET state = :state, hash = :hash, failure = :failure, changed = :changed,
                etag = :etag, last_modified = :lastModified, checked_ms = :checkedMs
            WHERE website_id = :websiteId AND url_hash = :urlHash
            """)
    int update(@BindMethods PhotoRow row, Optional<String> etag, Optional<String> lastModified, long checkedMs);

    /** Moves the time of the check where nobody else has; returns 1 for those, else 0. */
    @SqlBatch("""
            UPDATE photo SET checked_ms = :nowMs
            WHERE website_id = :websiteId AND url_hash = :urlHash AND state = 1 AND checked_ms = :checkedMs
            """)
    int[] claim(int websiteId, @BindMethods List<CheckRow> rows, long nowMs);

    @RegisterConstructorMapper(CheckRow.class)
    @SqlQuery("""
            SELECT url_hash, url, hash, etag, last_modified, checked_ms FROM photo
            WHERE website_id = :websiteId AND state = 1 AND checked_ms <= :dueMs
            ORDER BY website_id, state, checked_ms, url_hash
            LIMIT :limit
            """)
    List<CheckRow> findDue(int websiteId, long dueMs, int limit);

    @RegisterConstructorMapper(PhotoRow.class)
    @SqlQuery("""
            SELECT website_id, url_hash, url, state, hash, failure, changed FROM photo
            WHERE website_id = :websiteId AND state = 0
            ORDER BY website_id, state, url_hash
            LIMIT :limit
            """)
    List<PhotoRow> findPending(int websiteId, int limit);

    @RegisterConstructorMapper(PhotoRow.class)
    @SqlQuery("""
            SELECT website_id, url_hash, url, state, hash, failure, changed FROM photo
            WHERE website_id = :websiteId AND changed >= :changed AND (changed > :changed OR url_hash > :after)
            ORDER BY website_id, changed, url_hash
            LIMIT :limit
            """)
    List<PhotoRow> findChanged(int websiteId, long changed, byte[] after, int limit);
}
