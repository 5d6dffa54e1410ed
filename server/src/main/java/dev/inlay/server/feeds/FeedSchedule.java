package dev.inlay.server.feeds;

import dev.inlay.db.StoreException;
import dev.inlay.db.feed.FeedStore;
import dev.inlay.db.feed.FeedTurn;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs feeds when they are due, two at once on each node. When that is stands in the store: what fell due while no node
 * ran is made up for once, and a run that a stop interrupted begins anew.
 */
public final class FeedSchedule implements AutoCloseable {
    private static final int AT_ONCE = 2;
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration LEAVE = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger(FeedSchedule.class.getName());

    private final WebsiteStore websites;
    private final FeedStore feeds;
    private final FeedRuns runs;
    private final InstantSource time;
    private final List<Thread> workers = Stream.generate(() ->
            Thread.ofVirtual().name("feed-schedule").unstarted(this::work)).limit(AT_ONCE).toList();
    private volatile boolean closed;

    public FeedSchedule(WebsiteStore websites, FeedStore feeds, FeedRuns runs, InstantSource time) {
        this.websites = websites;
        this.feeds = feeds;
        this.runs = runs;
        this.time = time;
    }

    public void start() {
        workers.forEach(Thread::start);
    }

    /** Begins no more runs, and interrupts those that are under way; {@link #close} waits for them. */
    public void stop() {
        closed = true;
        workers.forEach(Thread::interrupt);
    }

    /** Stops within a few seconds; runs that were under way are due again. */
    @Override
    public void close() {
        stop();
        try {
            for (Thread worker : workers) {
                if (worker.isAlive()) {
                    worker.join(LEAVE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs one feed that is due; returns whether there was one. */
    boolean runNext() {
        List<Website> inNoOrder = new ArrayList<>(websites.list());
        Collections.shuffle(inNoOrder);
        for (Website website : inNoOrder) {
            Optional<FeedTurn> due = feeds.takeDue(website.id(), time.instant());
            if (due.isPresent()) {
                try (FeedTurn turn = due.get()) {
                    runs.runDue(website, turn);
                }
                return true;
            }
        }
        return false;
    }

    private void work() {
        while (!closed) {
            boolean ran = false;
            try {
                ran = runNext();
            } catch (StoreException away) {
                LOG.log(closed ? Level.DEBUG : Level.WARNING, "Feeds that are due wait: {0}", away.getMessage());
            } catch (RuntimeException | Error failure) {
                LOG.log(Level.ERROR, "A feed that was due failed", failure);
            }
            if (!ran) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
