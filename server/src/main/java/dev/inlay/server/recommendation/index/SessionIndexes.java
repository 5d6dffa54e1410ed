package dev.inlay.server.recommendation.index;

import dev.inlay.db.SeenClock;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The index of every website, kept up by one thread that follows the events in the store, those of other nodes
 * included. Where the past of a website changed, its index is built anew beside the one that answers meanwhile.
 * Another thread writes indexes to files, so that the next start has little to replay.
 *
 * <p>While the store is away the indexes stand still and go on answering.
 */
public final class SessionIndexes implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SessionIndexes.class.getName());
    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final Duration WRITE_PERIOD = Duration.ofSeconds(1);
    /** How long a stop waits for the files: the process has ten seconds, and a start can do without them. */
    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(4);

    /**
     * How much older than the newest event of its website an event may be to be replayed: beyond that it weighs next to
     * nothing, and the port stays shut until all are read.
     */
    private static final Duration REPLAYED = Duration.ofDays(400);

    private final WebsiteStore websites;
    private final CatalogueStore catalogues;
    private final ActivityStore activities;
    private final SnapshotKeeper files;
    private final InstantSource time;
    private final Map<Integer, IndexFollower> followers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final PastWatch past = new PastWatch();
    private final AtomicBoolean rebuilding = new AtomicBoolean();
    private volatile Map<Integer, Long> revisions = Map.of();
    private volatile List<Thread> threads = List.of();
    private volatile Duration lastReplay = Duration.ZERO;
    private boolean failing;

    /** Keeps its files in {@code index} below {@code dataDir}. */
    public SessionIndexes(WebsiteStore websites, CatalogueStore catalogues, ActivityStore activities, Path dataDir,
            InstantSource time) {
        this.websites = websites;
        this.catalogues = catalogues;
        this.activities = activities;
        this.time = time;
        files = new SnapshotKeeper(new Snapshots(dataDir), activities);
    }

    /**
     * Reads the files and replays what came after them, where there is none to be used what the store holds of the 400
     * days before the newest event; follows the store from then on.
     */
    public void start() {
        long begin = System.nanoTime();
        List<Website> all = websites.list();
        revisions = activities.pastRevisions();
        files.prepare(all);
        long read = all.stream().filter(this::open).count();
        past.shows(revisions);
        lastReplay = Duration.ofNanos(System.nanoTime() - begin);
        LOG.log(Level.INFO, "indexes of {0} websites ready in {1} ms, {2} of them from snapshots", all.size(),
                lastReplay.toMillis(), read);
        threads = List.of(
                Thread.ofPlatform().daemon().name("session-index").start(this::follow),
                Thread.ofPlatform().daemon().name("session-index-files").start(this::writeFiles));
    }

    /** Takes up everything that was stored until now. */
    public synchronized void catchUp() {
        long now = System.nanoTime();
        Map<Integer, Long> newest = activities.newest();
        for (Website website : websites.list()) {
            follower(website.id()).follow(newest.getOrDefault(website.id(), 0L), catalogues.catalogue(website.id()),
                    now);
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

    /** Since the index that is furthest behind last showed all that was stored. */
    public Duration behind() {
        long now = System.nanoTime();
        return Duration.ofNanos(followers.values().stream().mapToLong(follower -> now - follower.upTo()).max()
                .orElse(0));
    }

    /** Since the oldest of those files was written that lack events; zero if none does. */
    public Duration snapshotAge() {
        long now = System.nanoTime();
        return Duration.ofNanos(followers.entrySet().stream()
                .mapToLong(entry -> files.age(entry.getKey(), entry.getValue(), now)).max().orElse(0));
    }

    /** How long the last replay took: that of the start or of an index that was built anew. */
    public Duration lastReplay() {
        return lastReplay;
    }

    /**
     * Ends the threads, without interrupting a read: an interrupt would close the embedded store's file. Files lack
     * nothing then, unless writing them takes too long.
     */
    @Override
    public void close() {
        closed.countDown();
        try {
            for (Thread thread : threads) {
                thread.join(WRITE_PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether there was a file to go on from. */
    private boolean open(Website website) {
        long revision = revisions.getOrDefault(website.id(), 0L);
        Optional<IndexFollower> written = files.read(website, revision);
        replay(website, written.orElseGet(() -> followerOfPast(website.id(), revision)));
        return written.isPresent();
    }

    private IndexFollower follower(int websiteId) {
        return followers.computeIfAbsent(websiteId,
                id -> follower(time.instant(), id, revisions.getOrDefault(id, 0L)));
    }

    private IndexFollower followerOfPast(int websiteId, long revision) {
        long newest = activities.newest().getOrDefault(websiteId, 0L);
        return follower(newest == 0 ? time.instant() : Instant.ofEpochMilli(SeenClock.millis(newest)), websiteId,
                revision);
    }

    private IndexFollower follower(Instant newest, int websiteId, long revision) {
        return IndexFollower.from(newest.minus(REPLAYED), websiteId, activities, revision);
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
        revisions = activities.pastRevisions();
        websites.list().stream().filter(website -> !showsPast(website)).forEach(files::drop);
        Map<Integer, Long> due = past.due(revisions, System.nanoTime());
        if (!due.isEmpty() && rebuilding.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("session-index-rebuild").start(() -> rebuild(due));
        }
    }

    private boolean showsPast(Website website) {
        return follower(website.id()).revision() == revisions.getOrDefault(website.id(), 0L);
    }

    /** What fails is due again at the next look. */
    private void rebuild(Map<Integer, Long> due) {
        try {
            due.forEach((websiteId, revision) -> websites.find(websiteId).ifPresent(website ->
                    rebuild(website, revision)));
        } catch (RuntimeException e) {
            if (closed.getCount() > 0) {
                LOG.log(Level.WARNING, "an index cannot be built anew for the moment: {0}", e.getMessage());
            }
        } finally {
            rebuilding.set(false);
        }
    }

    private void rebuild(Website website, long revision) {
        long begin = System.nanoTime();
        replay(website, followerOfPast(website.id(), revision));
        past.shown(website.id(), revision, begin, System.nanoTime());
    }

    private void replay(Website website, IndexFollower follower) {
        ReplayLog log = new ReplayLog(website);
        follower.replay(catalogues.catalogue(website.id()), log::read);
        log.end();
        lastReplay = log.took();
        replace(website.id(), follower);
    }

    private synchronized void replace(int websiteId, IndexFollower anew) {
        followers.put(websiteId, anew);
    }

    private void writeFiles() {
        try {
            while (!closed.await(WRITE_PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                long now = System.nanoTime();
                websites.list().stream().filter(this::showsPast)
                        .filter(website -> files.isDue(website.id(), follower(website.id()), now))
                        .findFirst().ifPresent(this::writeFile);
            }
            websites.list().stream().filter(this::showsPast).filter(website -> missing(website) > 0)
                    .sorted(Comparator.comparingLong(this::missing).reversed()).forEach(this::writeFile);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long missing(Website website) {
        return files.missing(website.id(), follower(website.id()));
    }

    private void writeFile(Website website) {
        files.write(website, follower(website.id()));
    }
}
