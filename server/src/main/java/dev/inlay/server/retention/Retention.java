package dev.inlay.server.retention;

import dev.inlay.db.StoreException;
import dev.inlay.db.retention.OldRows;
import dev.inlay.db.retention.RetentionStore;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.db.website.WebsiteStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Deletes once a day what is older than the settings of its website say. A tracking user whom nobody ever identified is
 * nothing but its activity, and goes with the last of it. Where the store refuses, the other websites are not kept
 * waiting, and the next hour goes on.
 *
 * <p>After the wall clock has jumped by more than a day, or the server was off for longer, nothing is deleted for a
 * day: a clock that is wrong shall cost no history.
 */
public final class Retention implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Retention.class.getName());
    private static final Duration PERIOD = Duration.ofHours(1);
    /** No touch that brings a product back by itself need be older. */
    private static final Duration OFFERS_KEPT = Duration.ofDays(180);
    /** Others write in between. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final WebsiteStore websites;
    private final RetentionStore store;
    private final InstantSource time;
    private final CountDownLatch closed = new CountDownLatch(1);

    public Retention(WebsiteStore websites, RetentionStore store, InstantSource time) {
        this.websites = websites;
        this.store = store;
        this.time = time;
    }

    /** Looks now, and then every hour. */
    public void start() {
        Thread.ofPlatform().daemon().name("retention").start(this::follow);
    }

    /** Ends the thread without interrupting a read: an interrupt would close the embedded store's file. */
    @Override
    public void close() {
        closed.countDown();
    }

    /** Deletes what is due, if it is this node's turn and the clock can be believed. */
    void look() throws InterruptedException {
        Instant now = time.instant();
        switch (store.look(now)) {
            case SWEEP -> sweepAll(now);
            case JUMPED -> LOG.log(Level.WARNING, "The clock has jumped by more than a day since the last look, or "
                    + "the server was off: nothing is deleted for a day");
            case WAIT -> { }
        }
    }

    private void follow() {
        try {
            do {
                tryToLook();
            } while (!closed.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToLook() throws InterruptedException {
        try {
            look();
        } catch (StoreException e) {
            LOG.log(Level.WARNING, "Old rows could not be deleted: {0}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Old rows could not be deleted: {0}", e.getClass().getName());
        }
    }

    private void sweepAll(Instant now) throws InterruptedException {
        boolean complete = true;
        for (Website website : websites.list()) {
            complete &= tryToSweep(website, now);
        }
        if (complete && !isClosed()) {
            store.swept(now);
        }
    }

    /** Whether nothing old of {@code website} is left. */
    private boolean tryToSweep(Website website, Instant now) throws InterruptedException {
        try {
            sweep(website, now);
            return true;
        } catch (StoreException e) {
            LOG.log(Level.WARNING, "Website {0}: old rows could not be deleted: {1}", website.uuid(), e.getMessage());
            return false;
        }
    }

    private void sweep(Website website, Instant now) throws InterruptedException {
        Map<OldRows, Long> deleted = new EnumMap<>(OldRows.class);
        for (OldRows rows : OldRows.values()) {
            deleted.put(rows, sweep(website.id(), rows, keptSince(website.settings(), rows, now)));
        }
        deleted.values().removeIf(count -> count == 0);
        if (!deleted.isEmpty()) {
            LOG.log(Level.INFO, "Website {0}: old rows deleted: {1}", website.uuid(), deleted);
        }
    }

    private long sweep(int websiteId, OldRows rows, Instant before) throws InterruptedException {
        long total = 0;
        for (int deleted = store.delete(websiteId, rows, before); deleted > 0;
                deleted = store.delete(websiteId, rows, before)) {
            total += deleted;
            if (closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                return total;
            }
        }
        return total;
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private static Instant keptSince(WebsiteSettings settings, OldRows rows, Instant now) {
        return switch (rows) {
            case EVENTS, CARTS, ORDERS -> settings.keptSince(now);
            case LOCKS, CLICKS, PICTURE_COUNTS, ATTRIBUTED_ORDERS ->
                    now.minus(Duration.ofDays(settings.mailRetentionDays()));
            case PRODUCT_CHANGES -> now.minus(OFFERS_KEPT);
        };
    }
}
