package dev.inlay.server.people;

import dev.inlay.db.people.ErasureStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Brings erasures to their end, on a thread of its own: also those that another process could not end. */
public final class ErasureWorker implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ErasureWorker.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(10);
    /** After which an erasure of another node counts as left. */
    private static final Duration LEFT = Duration.ofMinutes(5);

    private final ErasureStore erasures;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean failing;

    public ErasureWorker(ErasureStore erasures) {
        this.erasures = erasures;
    }

    /** Goes on at once with all that is not done: mostly what this node was at when it died. */
    public void start() {
        Thread.ofPlatform().daemon().name("erasure").start(this::work);
    }

    /** Begins nothing more. */
    @Override
    public void close() {
        closed.countDown();
    }

    private void work() {
        try {
            Duration age = Duration.ZERO;
            do {
                age = goOn(age) ? LEFT : age;
            } while (!closed.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goOn(Duration age) {
        try {
            erasures.goOn(age);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && closed.getCount() > 0) {
                LOG.log(Level.WARNING, "erasures cannot be gone on with for the moment: {0}", e.getClass().getName());
            }
            failing = true;
        }
        return !failing;
    }
}
