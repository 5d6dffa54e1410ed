package dev.inlay.db;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/**
 * Tells a store that keeps rows in memory for which websites they changed, on whatever node: one counter for each
 * website and topic, raised in the transaction of the change.
 */
public final class Revisions {
    private static final String NUMBER = "SELECT number FROM revision WHERE website_id = :websiteId AND topic = :topic";

    private final String topic;
    private final Map<Integer, Long> known = new HashMap<>();

    public Revisions(String topic) {
        this.topic = topic;
    }

    /** Raises the counter of {@code websiteId}; returns its new value. */
    public long raise(Handle handle, int websiteId) {
        begin(handle, websiteId);
        handle.createUpdate("""
                UPDATE revision SET number = number + 1 WHERE website_id = :websiteId AND topic = :topic
                """).bind("websiteId", websiteId).bind("topic", topic).execute();
        return number(handle, websiteId);
    }

    /** The counter of {@code websiteId}, from 0. */
    public long number(Handle handle, int websiteId) {
        return find(handle, websiteId, "").orElse(0L);
    }

    /** The counter of {@code websiteId}, which no other node raises until the transaction of {@code handle} ends. */
    public long held(Database database, Handle handle, int websiteId) {
        // The embedded store has one writer, so nobody else can raise it; nor does it know how to share a row.
        String holding = database.isShared() ? " FOR SHARE" : "";
        return find(handle, websiteId, holding).orElseGet(() -> {
            begin(handle, websiteId);
            return find(handle, websiteId, holding).orElseThrow();
        });
    }

    /** The counters that differ from those last noted: read the rows after this, then note them. */
    public synchronized Map<Integer, Long> changed(Handle handle) {
        Map<Integer, Long> changed = handle
                .createQuery("SELECT website_id, number FROM revision WHERE topic = :topic").bind("topic", topic)
                .setMapKeyColumn("website_id").setMapValueColumn("number")
                .collectInto(new GenericType<Map<Integer, Long>>() { });
        changed.entrySet().removeIf(revision -> revision.getValue().equals(known.get(revision.getKey())));
        return changed;
    }

    /** Notes that memory shows these changes. */
    public synchronized void note(Map<Integer, Long> changed) {
        known.putAll(changed);
    }

    /** Notes an own change that memory shows already, unless others came between. */
    public synchronized void noteOwn(int websiteId, long number) {
        if (known.getOrDefault(websiteId, 0L) == number - 1) {
            known.put(websiteId, number);
        }
    }

    private void begin(Handle handle, int websiteId) {
        handle.createUpdate("""
                INSERT INTO revision (website_id, topic, number) VALUES (:websiteId, :topic, 0)
                ON CONFLICT DO NOTHING
                """).bind("websiteId", websiteId).bind("topic", topic).execute();
    }

    private Optional<Long> find(Handle handle, int websiteId, String holding) {
        return handle.createQuery(NUMBER + holding).bind("websiteId", websiteId).bind("topic", topic)
                .mapTo(Long.class).findOne();
    }
}
