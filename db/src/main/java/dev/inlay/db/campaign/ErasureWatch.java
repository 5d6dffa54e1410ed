package dev.inlay.db.campaign;

import dev.inlay.db.Database;
import dev.inlay.db.Revisions;
import dev.inlay.db.WriteQueue.Writing;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;

/**
 * Tells how often people of a website were erased: who keeps something of readers in memory drops it when that changes,
 * and what rests on a history that was read before is not locked any more. Other nodes' erasures are known within a
 * second.
 */
public final class ErasureWatch {
    private static final String TOPIC = "erasure";

    private final Database database;
    private final Revisions revisions = new Revisions(TOPIC);
    private final Map<Integer, Long> known = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public ErasureWatch(Database database) {
        this.database = database;
        look();
        database.follow(this::look);
    }

    /** How often, as far as this node knows: never more than the store does. */
    public long erasures(int websiteId) {
        return known.getOrDefault(websiteId, 0L);
    }

    /** Lets {@code listener} run after every erasure, once {@link #erasures} has changed. */
    public void whenErased(Runnable listener) {
        listeners.add(listener);
    }

    /** Looks at once, not only within the second. */
    public synchronized void look() {
        boolean changed = database.read(handle -> {
            Map<Integer, Long> news = revisions.changed(handle);
            known.putAll(news);
            revisions.note(news);
            return !news.isEmpty();
        });
        if (changed) {
            listeners.forEach(Runnable::run);
        }
    }

    /** Counts an erasure, inside an entry of the writer. */
    public void count(Writing writing, int websiteId) {
        revisions.raise(writing.handle(), websiteId);
    }

    /** Whether nobody was erased since {@link #erasures} told {@code before}; that stays so until the entry ends. */
    boolean isUnchanged(Handle handle, int websiteId, long before) {
        return handle.createQuery("SELECT number FROM revision WHERE website_id = :websiteId AND topic = :topic"
                        // The embedded store, which knows no such lock, has one writer.
                        + (database.isShared() ? " FOR SHARE" : ""))
                .bind("websiteId", websiteId).bind("topic", TOPIC).mapTo(Long.class).findOne().orElse(0L) == before;
    }
}
