package dev.inlay.db.catalogue;

import dev.inlay.db.Database;
import dev.inlay.db.StoreException;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Gives the right to change a catalogue to one run or change after the other, on this node and on all others. */
final class Holds {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final System.Logger LOG = System.getLogger(Holds.class.getName());

    private final Database database;
    private final Set<Hold> held = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Holds(Database database) {
        this.database = database;
    }

    /** Waits for the right to change the catalogue of {@code shelf}. */
    Hold take(Shelf shelf) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        waitForTurn(shelf);
        boolean taken = false;
        try {
            Hold hold = new Hold(database, shelf, this::end);
            while (!hold.take()) {
                pause(end);
            }
            held.add(hold);
            taken = true;
            return hold;
        } finally {
            if (!taken) {
                shelf.turn().release();
            }
        }
    }

    /** Renews what is held, each on its own; to be called every few seconds. */
    void renew() {
        renew(Hold.LEASE.dividedBy(3));
    }

    /** Renews what was not renewed for {@code due}. */
    void renew(Duration due) {
        held.removeIf(hold -> !isRenewed(hold, due));
    }

    /** Ends the runs of an earlier process: an embedded store has no other process in which they could go on. */
    void releaseAll(Collection<Shelf> shelves) {
        database.writes().write(new Entry<>(Lane.LIVE, "catalogue", "", writing -> {
            CatalogueDao dao = writing.handle().attach(CatalogueDao.class);
            shelves.forEach(shelf -> dao.releaseAll(shelf.websiteId()));
            return null;
        }));
    }

    /** Sweeps what runs of an earlier process left, unless a new change does. */
    void sweep(Collection<Shelf> shelves) {
        for (Shelf shelf : shelves) {
            if (closed) {
                return;
            }
            try {
                sweep(shelf);
            } catch (RuntimeException failure) {
                LOG.log(Level.WARNING, "An unfinished run is swept later: {0}", failure.getMessage());
            }
        }
    }

    /** Begins no further sweep. */
    void close() {
        closed = true;
    }

    /** Whether {@code hold} may be renewed again: not if another node took over; the run finds that out itself. */
    private static boolean isRenewed(Hold hold, Duration due) {
        try {
            return hold.renew(due);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "A run of a catalogue is renewed later: {0}", failure.getMessage());
            return true;
        }
    }

    private void sweep(Shelf shelf) {
        Hold hold = new Hold(database, shelf, this::end);
        if (hold.isSwept() || !shelf.turn().tryAcquire()) {
            return;
        }
        boolean taken = false;
        try {
            taken = hold.take();
        } finally {
            if (!taken) {
                shelf.turn().release();
            }
        }
        if (taken) {
            hold.close();
        }
    }

    private void end(Hold hold) {
        held.remove(hold);
        hold.shelf().turn().release();
    }

    private static void waitForTurn(Shelf shelf) {
        try {
            if (!shelf.turn().tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
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
        return new StoreException.Busy("another run or change of this catalogue is under way");
    }
}
