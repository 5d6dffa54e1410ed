package dev.inlay.db.feed;

import dev.inlay.db.Database;
import dev.inlay.db.Seal;
import dev.inlay.db.StoreException;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Work;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.feed.FeedRows.FeedRow;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Gives each feed to one run after the other, on this node and on all others. */
final class FeedTurns implements AutoCloseable {
    /** How long a turn lasts without being renewed. */
    static final Duration LEASE = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final System.Logger LOG = System.getLogger(FeedTurns.class.getName());

    private final Database database;
    private final Seal seal;
    private final Set<FeedTurn> held = ConcurrentHashMap.newKeySet();
    private final Runnable renewal = () -> renew(LEASE.dividedBy(3));

    private record Taken(FeedRow row, long begun) { }

    FeedTurns(Database database, Seal seal) {
        this.database = database;
        this.seal = seal;
        database.follow(renewal);
    }

    Seal seal() {
        return seal;
    }

    /** Waits for a turn, due or not; empty if there is no such feed. */
    Optional<FeedTurn> take(int websiteId, String feedId) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<FeedTurn> turn = tryTake(websiteId, feedId, false);
        while (turn.isEmpty() && database.read(handle ->
                handle.attach(FeedDao.class).find(websiteId, feedId)).isPresent()) {
            pause(end);
            turn = tryTake(websiteId, feedId, false);
        }
        return turn;
    }

    /** A turn of a feed that is due, unless a run has it in hand; the attempt counts from now on. */
    Optional<FeedTurn> takeDue(int websiteId, String feedId) {
        return tryTake(websiteId, feedId, true);
    }

    /** Renews what was not renewed for {@code due}. */
    void renew(Duration due) {
        held.removeIf(turn -> !isRenewed(turn, due));
    }

    void ended(FeedTurn turn) {
        held.remove(turn);
    }

    /** Writes with the ordinary patience: who waits longer to renew a turn holds up all that follow the store. */
    <T> T writeSoon(Feed feed, Work<T> work) {
        return database.writes().write(entry(feed.websiteId(), feed.id(), work));
    }

    /** Writes with the patience of a run, also on a thread that was interrupted. */
    <T> T writeInAnyCase(Feed feed, Work<T> work) {
        boolean interrupted = Thread.interrupted();
        try {
            return write(feed.websiteId(), feed.id(), work);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        database.unfollow(renewal);
    }

    private Optional<FeedTurn> tryTake(int websiteId, String feedId, boolean due) {
        String holder = UUID.randomUUID().toString();
        Optional<Taken> taken = write(websiteId, feedId, writing -> hold(writing, websiteId, feedId, holder, due));
        return taken.map(row -> {
            FeedTurn turn = new FeedTurn(this, row.row().feed(seal), row.row().progress(), holder, row.begun());
            held.add(turn);
            return turn;
        });
    }

    private static Optional<Taken> hold(Writing writing, int websiteId, String feedId, String holder, boolean due) {
        FeedDao dao = writing.handle().attach(FeedDao.class);
        long now = writing.now();
        if (dao.hold(websiteId, feedId, holder, now + LEASE.toMillis(), due ? now : Timetable.NEVER, now) == 0) {
            return Optional.empty();
        }
        FeedRow row = dao.lock(websiteId, feedId).orElseThrow();
        if (due) {
            dao.update(websiteId, feedId, row.progress().begun(row.timetable(), now));
        }
        return Optional.of(new Taken(row, now));
    }

    private <T> T write(int websiteId, String feedId, Work<T> work) {
        return database.writes().write(entry(websiteId, feedId, work), PATIENCE);
    }

    private static <T> Entry<T> entry(int websiteId, String feedId, Work<T> work) {
        return new Entry<>(Lane.LIVE, "product_feed", websiteId + "/" + feedId, work);
    }

    private static boolean isRenewed(FeedTurn turn, Duration due) {
        try {
            return turn.renew(due);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "A run of a feed is renewed later: {0}", failure.getMessage());
            return true;
        }
    }

    private static void pause(long end) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        if (System.nanoTime() > end) {
            throw busy();
        }
    }

    private static StoreException busy() {
        return new StoreException.Busy("another run of this feed is under way");
    }
}
