package dev.inlay.db.feed;

import dev.inlay.db.StoreException;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.feed.FeedRows.FeedProgress;
import dev.inlay.db.feed.FeedRows.FeedRow;
import dev.inlay.db.feed.FeedState.GoodRun;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The right of one run to a feed, on all nodes: a lease in the store that is renewed until the run ends, and lapses
 * when its node dies. Closed without an end, the feed is as if the run had never begun. Once it lapsed and another run
 * took the feed, it changes nothing any more, and every end throws {@link StoreException.Busy}.
 */
public final class FeedTurn implements AutoCloseable {
    /** How many runs of a feed are remembered, besides the last good one. */
    static final int KEPT_RUNS = 200;

    private static final System.Logger LOG = System.getLogger(FeedTurn.class.getName());

    private final FeedTurns turns;
    private final Feed feed;
    private final FeedProgress before;
    private final String holder;
    private final long begun;
    private boolean ended;
    private volatile long renewed = System.nanoTime();

    FeedTurn(FeedTurns turns, Feed feed, FeedProgress before, String holder, long begun) {
        this.turns = turns;
        this.feed = feed;
        this.before = before;
        this.holder = holder;
        this.begun = begun;
    }

    /** The feed as it was when the turn began. */
    public Feed feed() {
        return feed;
    }

    /** The run read what the feed's link leads to. Returns the run's number: 1, 2, 3, ... for each feed. */
    public int imported(String report, int count, SourceVersion version) {
        return end(writing -> {
            int run = record(writing, report);
            GoodRun good = new GoodRun(run, count, version);
            change(writing, row -> isStillOf(row)
                    ? row.progress().imported(row.timetable(), begun, writing.now(), good)
                    : row.progress().uploaded(writing.now(), run, count));
            return run;
        });
    }

    /** The run read what was handed to it: the feed's own times stay. Returns the run's number. */
    public int uploaded(String report, int count) {
        return end(writing -> {
            int run = record(writing, report);
            change(writing, row -> row.progress().uploaded(writing.now(), run, count));
            return run;
        });
    }

    /** The feed's link leads to what stands already. Nothing is recorded. */
    public void unchanged() {
        end(writing -> {
            change(writing, row -> isStillOf(row)
                    ? row.progress().unchanged(row.timetable(), begun, writing.now()) : row.progress());
            return 0;
        });
    }

    /** What the feed's link leads to could not be had or was refused. Returns the run's number. */
    public int refused(String report) {
        return end(writing -> {
            int run = record(writing, report);
            change(writing, row -> isStillOf(row)
                    ? row.progress().failed(row.timetable(), begun, before.failures() + 1) : row.progress());
            return run;
        });
    }

    /** What was handed to the run was refused: the feed's own times stay. Returns the run's number. */
    public int uploadRefused(String report) {
        return end(writing -> record(writing, report));
    }

    /** Forgets the feed and all its runs. */
    public void delete() {
        end(writing -> {
            writing.handle().attach(FeedRunDao.class).deleteAll(feed.websiteId(), feed.id());
            dao(writing).delete(feed.websiteId(), feed.id());
            return 0;
        });
    }

    /** Whether the run has come to one of its ends. */
    public boolean isEnded() {
        return ended;
    }

    @Override
    public void close() {
        try {
            if (!ended) {
                turns.writeInAnyCase(feed, writing -> {
                    change(writing, row -> isAsItWas(row) ? before : row.progress());
                    return dao(writing).release(feed.websiteId(), feed.id(), holder);
                });
            }
        } catch (StoreException away) {
            LOG.log(Level.WARNING, "A run of a feed is given back when its lease lapses: {0}", away.getMessage());
        } finally {
            turns.ended(this);
        }
    }

    /** Renews the right, if that is {@code due} ago; returns whether it is held. */
    boolean renew(Duration due) {
        if (System.nanoTime() - renewed < due.toNanos()) {
            return true;
        }
        boolean kept = turns.writeSoon(feed, writing -> dao(writing).keepHold(feed.websiteId(), feed.id(), holder,
                writing.now() + FeedTurns.LEASE.toMillis()) == 1);
        renewed = System.nanoTime();
        return kept;
    }

    private <T> T end(Function<Writing, T> work) {
        T result = turns.writeInAnyCase(feed, writing -> {
            if (lock(writing).isEmpty()) {
                throw new StoreException.Busy("another run has taken this feed over");
            }
            T answer = work.apply(writing);
            dao(writing).release(feed.websiteId(), feed.id(), holder);
            return answer;
        });
        ended = true;
        return result;
    }

    /** Changes what the feed has come to, as it is by now: its settings may have changed since the turn began. */
    private void change(Writing writing, Function<FeedRow, FeedProgress> change) {
        lock(writing).map(change)
                .ifPresent(progress -> dao(writing).update(feed.websiteId(), feed.id(), progress));
    }

    /** The feed, unless another run has it by now. */
    private Optional<FeedRow> lock(Writing writing) {
        return dao(writing).lockHeld(feed.websiteId(), feed.id(), holder);
    }

    private boolean isAsItWas(FeedRow row) {
        return isStillOf(row) && row.timetable().interval().equals(feed.settings().interval());
    }

    private boolean isStillOf(FeedRow row) {
        return row.settings(turns.seal()).isSameSource(feed.settings());
    }

    private int record(Writing writing, String report) {
        FeedRunDao runs = writing.handle().attach(FeedRunDao.class);
        int run;
        do {
            run = runs.findLastNumber(feed.websiteId(), feed.id()).orElse(0) + 1;
        } while (runs.insert(feed.websiteId(), feed.id(), run, report, writing.now()) == 0);
        runs.deleteBefore(feed.websiteId(), feed.id(), run - KEPT_RUNS, before.goodRun().orElse(0));
        return run;
    }

    private static FeedDao dao(Writing writing) {
        return writing.handle().attach(FeedDao.class);
    }
}
