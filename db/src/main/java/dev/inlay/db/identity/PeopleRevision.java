package dev.inlay.db.identity;

import dev.inlay.db.Database;
import dev.inlay.db.Revisions;
import dev.inlay.db.RowsInMemory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;

/**
 * Counts, for each website, how often something was taken from its people: a consent withdrawn, a person erased. What
 * was worked out from somebody's history before such a change must neither be stored nor shown after it, on any node.
 *
 * <p>Who stores such work reads {@link #current} before the history and compares it within the transaction that
 * stores; who keeps such work in memory compares {@link #known}. Entries that {@link #raise} belong in the bulk lane:
 * a transaction that has compared a count cannot also raise it without keeping other nodes waiting.
 */
public final class PeopleRevision implements AutoCloseable {
    /** What {@link Revisions} calls it. */
    public static final String TOPIC = "people";

    private final Database database;
    private final Revisions revisions = new Revisions(TOPIC);
    private final Map<Integer, Long> known = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final RowsInMemory rows;

    public PeopleRevision(Database database) {
        this.database = database;
        rows = new RowsInMemory(database, TOPIC, this::read);
    }

    /** The count now, from 0, as the store tells. */
    public long current(int websiteId) {
        return database.read(handle -> revisions.number(handle, websiteId));
    }

    /** The count that this node has heard of, at most about half a second old while the store answers. */
    public long known(int websiteId) {
        return known.getOrDefault(websiteId, 0L);
    }

    /** Lets {@code listener} run whenever {@link #known} has changed; it must not wait. */
    public void whenKnown(Runnable listener) {
        listeners.add(listener);
    }

    /** Counts one more, in the transaction of the change. */
    public void raise(Handle handle, int websiteId) {
        revisions.raise(handle, websiteId);
    }

    @Override
    public void close() {
        rows.close();
    }

    private void read(Handle handle, Set<Integer> websiteIds) {
        websiteIds.forEach(websiteId -> known.put(websiteId, revisions.number(handle, websiteId)));
        listeners.forEach(Runnable::run);
    }
}
