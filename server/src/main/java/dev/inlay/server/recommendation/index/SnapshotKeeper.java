package dev.inlay.server.recommendation.index;

import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.website.Website;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes indexes to files and reads them at start. An index is written once its file lacks a hundredth of its events,
 * every ten minutes at most: so a start never has more to replay than that, nor is more written than a hundred times
 * what came. Whatever is wrong with a file or the disk costs a replay and never more.
 *
 * <p>Times ({@code now}) are those of {@link System#nanoTime()}.
 */
final class SnapshotKeeper {
    static final Duration PERIOD = Duration.ofMinutes(10);
    /** Of so many events one may be missing in a file. */
    private static final int SHARE = 100;
    private static final Logger LOG = System.getLogger(SnapshotKeeper.class.getName());

    /** What the file of a website holds; {@code at} is also when writing it was last tried. */
    private record Saved(IndexFollower follower, long events, long at) { }

    private final Snapshots files;
    private final ActivityStore activities;
    private final Map<Integer, Saved> saved = new ConcurrentHashMap<>();
    private volatile boolean failing;

    SnapshotKeeper(Snapshots files, ActivityStore activities) {
        this.files = files;
        this.activities = activities;
    }

    /** To be called before anything is read or written. */
    void prepare(Collection<Website> websites) {
        files.prepare(websites);
    }

    /** The follower that was written last, if there is one and it may go on in a past of {@code revision}. */
    Optional<IndexFollower> read(Website website, long revision) {
        try {
            Optional<IndexFollower> read = files.of(website)
                    .read(in -> IndexFollower.read(in, website.id(), activities, revision));
            read.ifPresent(follower -> note(website.id(), follower, follower.events()));
            return read;
        } catch (IOException | RuntimeException unusable) {
            LOG.log(Level.WARNING, "website {0}: the snapshot of the index cannot be used, so that all events are "
                    + "replayed: {1}", website.uuid(), why(unusable));
            drop(website);
            return Optional.empty();
        }
    }

    /** Whether {@code follower} is to be written now. */
    boolean isDue(int websiteId, IndexFollower follower, long now) {
        Saved known = known(websiteId, follower);
        boolean first = known.events() == 0;
        return missing(follower, known) * SHARE >= Math.max(1, follower.events())
                && (first || now - known.at() >= PERIOD.toNanos());
    }

    /** How many events of {@code follower} its file lacks. */
    long missing(int websiteId, IndexFollower follower) {
        return missing(follower, known(websiteId, follower));
    }

    /** Since the file was written that lacks events of {@code follower}, in nanoseconds; 0 if it lacks none. */
    long age(int websiteId, IndexFollower follower, long now) {
        Saved known = known(websiteId, follower);
        return missing(follower, known) == 0 ? 0 : now - known.at();
    }

    /** Writes {@code follower}, which goes on once all is written, before it is on the disk. */
    void write(Website website, IndexFollower follower) {
        SnapshotFile file = files.of(website);
        long[] events = {0};
        try {
            file.draft(out -> events[0] = follower.write(out));
            file.publish();
            note(website.id(), follower, events[0]);
            failing = false;
        } catch (IOException e) {
            note(website.id(), follower, Math.max(1, known(website.id(), follower).events()));
            if (!failing) {
                LOG.log(Level.WARNING, "website {0}: no snapshot of the index can be written: {1}", website.uuid(),
                        why(e));
            }
            failing = true;
        }
    }

    /** Deletes the file of {@code website}: it may hold what is to be forgotten, and nobody would read it again. */
    void drop(Website website) {
        try {
            files.of(website).delete();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "website {0}: the snapshot of the index cannot be deleted: {1}", website.uuid(),
                    why(e));
        }
    }

    private void note(int websiteId, IndexFollower follower, long events) {
        saved.put(websiteId, new Saved(follower, events, System.nanoTime()));
    }

    private Saved known(int websiteId, IndexFollower follower) {
        return saved.compute(websiteId, (id, known) -> known != null && known.follower() == follower ? known
                : new Saved(follower, 0, System.nanoTime()));
    }

    private static long missing(IndexFollower follower, Saved known) {
        return follower.events() - known.events();
    }

    private static String why(Exception failure) {
        return failure instanceof SnapshotFile.UnusableException ? failure.getMessage()
                : failure.getClass().getSimpleName();
    }
}
