package dev.inlay.server.recommendation.index;

import dev.inlay.db.SeenClock;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Event;
import dev.inlay.db.catalogue.Catalogue;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/**
 * Brings the events of one website into its index, each once and in their order of arrival. Events that show late,
 * since the clock of another node lags or its commit took long, up to ten seconds together, are found by reading the
 * last fifteen again every three seconds, as long as there was anything new in the last half minute.
 *
 * <p>Times ({@code now}) are those of {@link System#nanoTime()}.
 */
final class IndexFollower {
    private static final int BATCH = 5_000;
    private static final long OVERLAP = SeenClock.of(Duration.ofSeconds(15).toMillis());
    private static final long OVERLAP_PERIOD = Duration.ofSeconds(3).toNanos();
    private static final long WARM = Duration.ofSeconds(30).toNanos();

    private final int websiteId;
    private final ActivityStore activities;
    private final long revision;
    private final SessionIndex index;
    private final LatestEvents latest;
    /** Held while events are taken up, and while all is written to a file. */
    private final ReentrantLock lock = new ReentrantLock();
    private Place last;
    private long newest;
    private long changed = System.nanoTime() - WARM;
    private long overlapped = System.nanoTime() - OVERLAP_PERIOD;
    private Catalogue tried;
    private volatile long upTo = System.nanoTime();
    private volatile long events;

    private IndexFollower(int websiteId, ActivityStore activities, long revision, SessionIndex index,
            LatestEvents latest, Place last, long events) {
        this.websiteId = websiteId;
        this.activities = activities;
        this.revision = revision;
        this.index = index;
        this.latest = latest;
        this.last = last;
        this.events = events;
    }

    /** Follows what was seen from {@code begin} on, the past being that of {@code revision}. */
    static IndexFollower from(Instant begin, int websiteId, ActivityStore activities, long revision) {
        return new IndexFollower(websiteId, activities, revision, new SessionIndex(), new LatestEvents(),
                new Place(SeenClock.of(begin.toEpochMilli()), 0), 0);
    }

    /**
     * Goes on from what another follower of this website wrote.
     *
     * @throws IOException if that cannot be: the past has changed since, or the store does not hold what was followed
     */
    static IndexFollower read(DataInputStream in, int websiteId, ActivityStore activities, long revision)
            throws IOException {
        if (in.readLong() != revision) {
            throw new SnapshotFile.UnusableException("the past has changed since");
        }
        long events = in.readLong();
        Place last = new Place(in.readLong(), in.readLong());
        LatestEvents latest = LatestEvents.read(in);
        if (!isKnown(activities, websiteId, last, latest)) {
            throw new SnapshotFile.UnusableException("the store does not hold its latest events");
        }
        return new IndexFollower(websiteId, activities, revision, SessionIndex.read(in), latest, last, events);
    }

    /** Writes what {@link #read} needs to go on, while nothing is taken up; returns how many events that holds. */
    long write(DataOutputStream out) throws IOException {
        lock.lock();
        try {
            out.writeLong(revision);
            out.writeLong(events);
            out.writeLong(last.seen());
            out.writeLong(last.id());
            latest.write(out);
            index.write(out);
            return events;
        } finally {
            lock.unlock();
        }
    }

    SessionIndex index() {
        return index;
    }

    /** Which past it shows. */
    long revision() {
        return revision;
    }

    /** How many events it has taken up, those of before a snapshot included. */
    long events() {
        return events;
    }

    /** When it last showed all that was stored. */
    long upTo() {
        return upTo;
    }

    /** Takes up everything, telling {@code progress} how many events came now and then. */
    void replay(Catalogue catalogue, IntConsumer progress) {
        lock.lock();
        try {
            read(last, catalogue, progress);
            read(new Place(last.seen() - OVERLAP, 0), catalogue, progress);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes up what is new, {@code newest} being the latest order of arrival in the store. While it is being written to
     * a file, the next call does.
     */
    void follow(long newest, Catalogue catalogue, long now) {
        if (lock.tryLock()) {
            try {
                takeUp(newest, catalogue, now);
            } finally {
                lock.unlock();
            }
        }
    }

    private void takeUp(long newest, Catalogue catalogue, long now) {
        if (this.newest != newest) {
            read(last, catalogue, more -> { });
            this.newest = newest;
            changed = now;
        } else if (tried != catalogue) {
            index.add(List.of(), catalogue);
        }
        tried = catalogue;
        if (now - changed < WARM && now - overlapped >= OVERLAP_PERIOD) {
            read(new Place(last.seen() - OVERLAP, 0), catalogue, more -> { });
            overlapped = now;
        }
        upTo = now;
    }

    private void read(Place from, Catalogue catalogue, IntConsumer progress) {
        Place after = from;
        List<Event> batch;
        do {
            batch = activities.eventsAfter(websiteId, after.seen(), after.id(), BATCH);
            if (!batch.isEmpty()) {
                after = Place.of(batch.getLast());
                take(batch, catalogue);
                progress.accept(batch.size());
            }
        } while (batch.size() == BATCH);
    }

    private void take(List<Event> batch, Catalogue catalogue) {
        List<Event> added = batch.stream().filter(event -> !event.product().isEmpty()).filter(latest::add).toList();
        index.add(added, catalogue);
        events += added.size();
        Place end = Place.of(batch.getLast());
        last = end.compareTo(last) > 0 ? end : last;
        latest.forgetBefore(last.seen() - 2 * OVERLAP);
    }

    /** Whether the store holds {@code latest}: not if it is another one, or an older state of it was restored. */
    private static boolean isKnown(ActivityStore activities, int websiteId, Place last, LatestEvents latest) {
        Place after = new Place(latest.oldest().orElse(last.seen()) - 1, Long.MAX_VALUE);
        List<Event> stored = new ArrayList<>();
        List<Event> batch;
        do {
            batch = activities.eventsAfter(websiteId, after.seen(), after.id(), BATCH);
            stored.addAll(batch);
            after = batch.isEmpty() ? after : Place.of(batch.getLast());
        } while (batch.size() == BATCH && after.compareTo(last) < 0);
        return after.seen() >= last.seen() && latest.areAmong(stored);
    }
}
