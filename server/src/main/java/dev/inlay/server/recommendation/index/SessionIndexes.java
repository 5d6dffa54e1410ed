package dev.inlay.server.recommendation.index;

import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The index of every website, kept up by one thread that follows the events in the store, those of other nodes
 * included. Where the past of a website changed, its index is built anew beside the one that answers meanwhile.
 *
 * <p>While the store is away the indexes stand still and go on answering.
 */
public final class SessionIndexes implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SessionIndexes.class.getName());
    private static final Duration PERIOD = Duration.ofMillis(500);

    /** Older events are not replayed: they weigh next to nothing, and the port stays shut until all are read. */
    private static final Duration REPLAYED = Duration.ofDays(400);

    private final WebsiteStore websites;
    private final CatalogueStore catalogues;
    private final ActivityStore activities;
    private final InstantSource time;
    private final Map<Integer, IndexFollower> followers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final PastWatch past = new PastWatch();
    private final AtomicBoolean rebuilding = new AtomicBoolean();
    private boolean failing;

    public SessionIndexes(WebsiteStore websites, CatalogueStore catalogues, ActivityStore activities,
            InstantSource time) {
        this.websites = websites;
        this.catalogues = catalogues;
        this.activities = activities;
        this.time = time;
    }

    /** Replays what the store holds of the last 400 days and follows it from then on. */
    public void start() {
        Map<Integer, Long> revisions = activities.pastRevisions();
        catchUp();
        past.shows(revisions);
        Thread.ofPlatform().daemon().name("session-index").start(this::follow);
    }

    /** Takes up everything that was stored until now. */
    public synchronized void catchUp() {
        for (Website website : websites.list()) {
            follower(website.id()).catchUp(catalogues.catalogue(website.id()));
        }
    }

    public SessionIndex index(int websiteId) {
        return follower(websiteId).index();
    }

    /** What the indexes of all websites hold together. */
    public IndexSize size() {
        return followers.values().stream().map(follower -> follower.index().size())
                .reduce(IndexSize.EMPTY, IndexSize::plus);
    }

    /** Ends the thread without interrupting a read: an interrupt would close the embedded store's file. */
    @Override
    public void close() {
        closed.countDown();
    }

    private IndexFollower follower(int websiteId) {
        return followers.computeIfAbsent(websiteId, this::newFollower);
    }

    private IndexFollower newFollower(int websiteId) {
        return new IndexFollower(websiteId, activities, time.instant().minus(REPLAYED));
    }

    private void follow() {
        try {
            while (!closed.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                tryToCatchUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToCatchUp() {
        try {
            catchUp();
            lookAtPast();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(Level.WARNING, "events cannot be followed for the moment", e);
            }
            failing = true;
        }
    }

    private void lookAtPast() {
        Map<Integer, Long> due = past.due(activities.pastRevisions(), System.nanoTime());
        if (!due.isEmpty() && rebuilding.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("session-index-rebuild").start(() -> rebuild(due));
        }
    }

    /** What fails is due again at the next look. */
    private void rebuild(Map<Integer, Long> due) {
        try {
            due.forEach(this::rebuild);
        } catch (RuntimeException e) {
            if (closed.getCount() > 0) {
                LOG.log(Level.WARNING, "an index cannot be built anew for the moment: {0}", e.getMessage());
            }
        } finally {
            rebuilding.set(false);
        }
    }

    private void rebuild(int websiteId, long revision) {
        IndexFollower anew = newFollower(websiteId);
        anew.catchUp(catalogues.catalogue(websiteId));
        replace(websiteId, anew);
        past.shows(Map.of(websiteId, revision));
    }

    private synchronized void replace(int websiteId, IndexFollower anew) {
        followers.put(websiteId, anew);
    }
}
