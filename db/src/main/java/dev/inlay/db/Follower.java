package dev.inlay.db;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs the checks of stores that keep rows in memory, each every half second, on one daemon thread. */
final class Follower implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final System.Logger LOG = System.getLogger(Follower.class.getName());

    private final Set<Runnable> checks = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> failing = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    Follower() {
        Thread.ofPlatform().daemon().name("inlay-follower").start(this::follow);
    }

    void add(Runnable check) {
        checks.add(check);
    }

    void remove(Runnable check) {
        checks.remove(check);
        failing.remove(check);
    }

    /** Begins no further check. The thread is not interrupted: it may be reading the file of the embedded store. */
    @Override
    public void close() {
        checks.clear();
        closed.countDown();
    }

    private void follow() {
        try {
            while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                checks.forEach(this::check);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.WARNING, "Changes of other nodes are no longer followed");
        }
    }

    private void check(Runnable check) {
        try {
            check.run();
            failing.remove(check);
        } catch (Throwable failure) {
            if (failing.add(check)) {
                LOG.log(Level.WARNING, "Changes of other nodes cannot be followed for now: {0}", failure.toString());
            }
        }
    }
}
