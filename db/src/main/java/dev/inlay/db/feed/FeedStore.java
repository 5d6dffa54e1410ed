package dev.inlay.db.feed;

import dev.inlay.db.Database;
import dev.inlay.db.Seal;
import dev.inlay.db.Secret;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Work;
import dev.inlay.db.feed.FeedRows.FeedProgress;
import dev.inlay.db.feed.FeedRows.FeedRow;
import dev.inlay.db.feed.FeedRunDao.RunRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Feeds, when they run, and the reports of their runs. Logins are sealed: the store alone tells none. */
public final class FeedStore implements AutoCloseable {
    private final Database database;
    private final Seal seal;
    private final FeedTurns turns;

    public FeedStore(Database database, Secret secret) {
        this.database = database;
        database.prepare(List.of(FeedDao.class, FeedRunDao.class));
        seal = new Seal(secret, "product_feed");
        turns = new FeedTurns(database, seal);
    }

    /** Stores a new feed; one with an interval is due at once. */
    public Feed create(int websiteId, FeedKind kind, FeedSettings settings) {
        String id = UUID.randomUUID().toString();
        return write(websiteId, id, writing -> {
            FeedProgress first = FeedProgress.first(new Timetable(id, settings.interval()), writing.now());
            dao(writing.handle()).insert(FeedRow.of(websiteId, id, kind, settings, first, seal),
                    first.nextRunMs(), writing.now());
            return new Feed(id, websiteId, kind, settings, first.state(0));
        });
    }

    /**
     * Replaces the settings of a feed by what {@code change} makes of them, or returns empty if there is none. A feed
     * that is now read from elsewhere, or otherwise, is due at once; another interval counts from the last attempt.
     * {@code change} runs on the writer's thread, perhaps more than once; where it throws, nothing is stored.
     */
    public Optional<Feed> update(int websiteId, String feedId, UnaryOperator<FeedSettings> change) {
        return write(websiteId, feedId, writing -> {
            FeedDao dao = dao(writing.handle());
            dao.lock(websiteId, feedId).ifPresent(row -> {
                FeedSettings before = row.settings(seal);
                FeedSettings after = change.apply(before);
                dao.update(FeedRow.of(websiteId, feedId, FeedKind.of(row.kind()), after, row.progress(), seal));
                dao.update(websiteId, feedId, progress(row, before, after, writing.now()));
            });
            return dao.find(websiteId, feedId);
        }).map(row -> row.feed(seal));
    }

    public Optional<Feed> find(int websiteId, String feedId) {
        return database.read(handle -> dao(handle).find(websiteId, feedId)).map(row -> row.feed(seal));
    }

    /** The feeds of a website that bring {@code kind}, oldest first. */
    public List<Feed> list(int websiteId, FeedKind kind) {
        return list(websiteId).stream().filter(feed -> feed.kind() == kind).toList();
    }

    /** The feeds of a website, oldest first. */
    public List<Feed> list(int websiteId) {
        return database.read(handle -> dao(handle).findAll(websiteId)).stream().map(row -> row.feed(seal)).toList();
    }

    /**
     * Waits until no other run has the feed in hand, on any node; empty if there is no such feed.
     *
     * @throws dev.inlay.db.StoreException.Busy if the other takes longer than 30 seconds
     */
    public Optional<FeedTurn> take(int websiteId, String feedId) {
        return turns.take(websiteId, feedId);
    }

    /**
     * Takes the feed of a website that has been due longest at {@code now}. Until the turn ends, this counts as an
     * attempt that failed.
     */
    public Optional<FeedTurn> takeDue(int websiteId, Instant now) {
        // Where another worker was quicker, it is the next one's turn.
        return findDue(websiteId, now).flatMap(first -> turns.takeDue(websiteId, first).or(() ->
                findDue(websiteId, now).flatMap(next -> turns.takeDue(websiteId, next))));
    }

    public Optional<FeedRun> findRun(int websiteId, String feedId, int run) {
        return database.read(handle -> runs(handle).find(websiteId, feedId, run)).map(RunRow::feedRun);
    }

    /** Recorded runs of a feed, latest first, without the first {@code offset} of them. */
    public List<FeedRun> runs(int websiteId, String feedId, long offset, int limit) {
        return database.read(handle -> runs(handle).findLatest(websiteId, feedId, offset, limit)).stream()
                .map(RunRow::feedRun).toList();
    }

    /** How many runs of a feed are remembered: the last ones, and the last good one. */
    public int countRuns(int websiteId, String feedId) {
        return database.read(handle -> runs(handle).count(websiteId, feedId));
    }

    /**
     * Since when the feed of a website that has waited longest has waited for a good run: its last one, or when it was
     * stored if it had none. Empty if no feed of the website has an interval.
     */
    public Optional<Instant> oldestScheduled(int websiteId) {
        return database.read(handle -> dao(handle).findOldestScheduled(websiteId)).map(Instant::ofEpochMilli);
    }

    @Override
    public void close() {
        turns.close();
    }

    private Optional<String> findDue(int websiteId, Instant now) {
        return database.read(handle -> dao(handle).findDue(websiteId, now.toEpochMilli()));
    }

    private static FeedProgress progress(FeedRow row, FeedSettings before, FeedSettings after, long now) {
        Timetable timetable = new Timetable(row.id(), after.interval());
        if (!before.isSameSource(after)) {
            return row.progress().withNewSource(timetable, now);
        }
        return before.interval().equals(after.interval()) ? row.progress()
                : row.progress().withNewInterval(timetable, now);
    }

    private <T> T write(int websiteId, String feedId, Work<T> work) {
        return database.writes().write(new Entry<>(Lane.LIVE, "product_feed", websiteId + "/" + feedId, work));
    }

    private static FeedDao dao(Handle handle) {
        return handle.attach(FeedDao.class);
    }

    private static FeedRunDao runs(Handle handle) {
        return handle.attach(FeedRunDao.class);
    }
}
