package dev.inlay.server.statistics;

import dev.inlay.db.StoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Does what needs the store again and again while the store is away; what the store refuses, five times: it would
 * refuse for ever, and hold up all that waits behind it. One thread at a time.
 */
final class Insistence {
    private static final Logger LOG = System.getLogger(Insistence.class.getName());
    private static final int REFUSALS = 5;

    private final Duration pause;
    private volatile boolean closed;
    private boolean failing;

    /** @param pause how long to wait before another try */
    Insistence(Duration pause) {
        this.pause = pause;
    }

    /** Returns whether {@code work} is done: not if the store refused it, or all was closed meanwhile. */
    boolean hasDone(Runnable work) throws InterruptedException {
        int refusals = 0;
        while (!closed && refusals < REFUSALS) {
            try {
                work.run();
                failing = false;
                return true;
            } catch (StoreException.Busy | StoreException.Unknown e) {
                tell(e);
            } catch (RuntimeException e) {
                tell(e);
                refusals++;
            }
            Thread.sleep(pause);
        }
        return false;
    }

    boolean isClosed() {
        return closed;
    }

    /** Begins nothing more. */
    void close() {
        closed = true;
    }

    private void tell(RuntimeException e) {
        if (!failing) {
            String why = e instanceof StoreException ? ": " + e.getMessage() : "";
            LOG.log(Level.WARNING, "pictures and clicks cannot be stored for the moment: {0}",
                    e.getClass().getSimpleName() + why);
        }
        failing = true;
    }
}
