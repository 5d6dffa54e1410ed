package dev.inlay.db;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Finds the latest order of arrival in the store, for {@link SeenClock} to go on from. */
final class StoredClock {
    static final List<String> LATEST = List.of(
            """
            SELECT seen FROM event WHERE website_id = :websiteId
            ORDER BY website_id DESC, seen DESC LIMIT 1
            """,
            """
            SELECT seen FROM purchase WHERE website_id = :websiteId
            ORDER BY website_id DESC, seen DESC LIMIT 1
            """,
            """
            SELECT arrived FROM conversion WHERE website_id = :websiteId
            ORDER BY website_id DESC, arrived DESC LIMIT 1
            """,
            """
            SELECT seen FROM cart WHERE website_id = :websiteId
            ORDER BY website_id DESC, seen DESC LIMIT 1
            """,
            """
            SELECT seen FROM tracking_user WHERE website_id = :websiteId
            ORDER BY website_id DESC, seen DESC LIMIT 1
            """);

    private StoredClock() {
    }

    static long latest(Handle handle) {
        return handle.createQuery("SELECT id FROM website").mapTo(Integer.class).list().stream()
                .mapToLong(websiteId -> latest(handle, websiteId)).max().orElse(0);
    }

    private static long latest(Handle handle, int websiteId) {
        return LATEST.stream()
                .mapToLong(query -> handle.createQuery(query).bind("websiteId", websiteId)
                        .mapTo(Long.class).findOne().orElse(0L))
                .max().orElse(0);
    }
}
