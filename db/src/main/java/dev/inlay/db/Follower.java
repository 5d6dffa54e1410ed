package dev.inlay.db;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs the checks of stores that keep rows in memory, each every half second, on one daemon thread. */
final class Follower implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final System.Logger LOG = System.getLogger(Follower.class.getName());

    private final Set<Runnable> checks = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> failing = ConcurrentHashMap.newKeySet();
    private final Thread thread;

    Follower() {
        thread = Thread.ofPlatform().daemon().name("inlay-follower").start(this::follow);
    }

    void add(Runnable check) {
        checks.add(check);
    }

    void remove(Runnable check) {
        checks.remove(check);
        failing.remove(check);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void follow() {
        while (!thread().isInterrupted()) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            }
            checks.forEach(this::check);
        }
    }

    private static Thread thread() {
        return Thread.currentThread();
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
