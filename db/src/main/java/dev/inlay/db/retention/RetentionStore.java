package dev.inlay.db.retention;

import dev.inlay.db.Database;
import dev.inlay.db.Revisions;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.activity.OrderStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Deletes what has grown too old, in batches that keep nobody waiting, and only while the clock can be believed. */
public final class RetentionStore {
    private static final int BATCH = 200;
    private static final String STATE = "retention";

    private final Database database;

    /** What a look at the clock told. */
    public enum Turn {
        /** It is time to delete; {@link RetentionStore#swept} ends it. Several nodes at once do no harm. */
        SWEEP,
        /** Nothing is due. */
        WAIT,
        /** The clock has jumped by more than a day since the last look: nothing is deleted for a day. */
        JUMPED
    }

    public RetentionStore(Database database) {
        this.database = database;
        database.prepare(List.of(ActivityRetentionDao.class, MailRetentionDao.class, CatalogueRetentionDao.class));
    }

    /** Looks at the clock on behalf of all nodes; to be called every hour, whether or not anything is deleted. */
    public Turn look(Instant now) {
        return database.writes().write(new Entry<>(Lane.BULK, "installation", STATE, writing -> {
            Handle handle = writing.handle();
            Optional<String> stored = find(handle);
            if (stored.isEmpty()) {
                insert(handle, SweepState.first(now));
                return Turn.WAIT;
            }
            SweepState before = SweepState.fromStored(stored.get());
            SweepState looked = before.checkedAt(now);
            update(handle, stored.get(), looked);
            return before.hasJumped(now) ? Turn.JUMPED : looked.isDue(now) ? Turn.SWEEP : Turn.WAIT;
        }));
    }

    /** Notes that everything older is gone as of the look at {@code now}: for a day nothing is due. */
    public void swept(Instant now) {
        database.writes().write(new Entry<>(Lane.BULK, "installation", STATE, writing -> {
            Optional<String> stored = find(writing.handle());
            stored.ifPresent(state ->
                    update(writing.handle(), state, SweepState.fromStored(state).sweptAt(now)));
            return stored.isPresent();
        }));
    }

    /** Deletes a batch of the website's {@code rows} from before {@code before}; returns how many, 0 at the end. */
    public int delete(int websiteId, OldRows rows, Instant before) {
        return database.writes().write(new Entry<>(Lane.BULK, "retention", rows.name(), writing -> {
            int deleted = rows.delete(writing.handle(), websiteId, before, BATCH);
            if (deleted > 0 && rows.areIndexed()) {
                new Revisions(OrderStore.TOPIC).raise(writing.handle(), websiteId);
            }
            return deleted;
        }));
    }

    private static Optional<String> find(Handle handle) {
        return handle.createQuery("SELECT setting FROM installation WHERE name = :name").bind("name", STATE)
                .mapTo(String.class).findOne();
    }

    private static void insert(Handle handle, SweepState state) {
        handle.createUpdate("INSERT INTO installation (name, setting) VALUES (:name, :setting) ON CONFLICT DO NOTHING")
                .bind("name", STATE).bind("setting", state.stored()).execute();
    }

    /** Stores {@code state}, unless another node was quicker: what that one saw is as good. */
    private static void update(Handle handle, String before, SweepState state) {
        handle.createUpdate("UPDATE installation SET setting = :setting WHERE name = :name AND setting = :before")
                .bind("name", STATE).bind("setting", state.stored()).bind("before", before).execute();
    }
}
