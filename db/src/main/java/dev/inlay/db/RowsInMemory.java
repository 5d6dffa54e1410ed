package dev.inlay.db;

import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Work;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Keeps what a store holds in memory of one topic up to date: own changes show at once, those of other nodes within a
 * second.
 */
public final class RowsInMemory implements AutoCloseable {
    private final Database database;
    private final Revisions revisions;
    private final Reader reader;
    private final Runnable follow = this::follow;

    /** Takes the rows of websites that changed into memory. */
    @FunctionalInterface
    public interface Reader {
        void read(Handle handle, Set<Integer> websiteIds);
    }

    /** Reads all rows, then follows their changes until {@link #close}. */
    public RowsInMemory(Database database, String topic, Reader reader) {
        this.database = database;
        this.reader = reader;
        revisions = new Revisions(topic);
        follow();
        database.follow(follow);
    }

    /** Does {@code work}, one change of a website's rows after the other, on all nodes; returns what it answers. */
    public <T> T change(String table, String key, int websiteId, Work<T> work) {
        T result = database.writes().write(new Entry<>(Lane.LIVE, table, key, writing -> {
            // First, since this row keeps other nodes waiting: the work reads what their changes left.
            revisions.raise(writing.handle(), websiteId);
            return work.write(writing);
        }));
        show();
        return result;
    }

    @Override
    public void close() {
        database.unfollow(follow);
    }

    private void show() {
        try {
            follow();
        } catch (StoreException away) {
            // The change is stored; it shows as soon as the store answers again.
        }
    }

    private synchronized void follow() {
        database.read(handle -> {
            Map<Integer, Long> changed = revisions.changed(handle);
            if (!changed.isEmpty()) {
                reader.read(handle, changed.keySet());
                revisions.note(changed);
            }
            return null;
        });
    }
}
