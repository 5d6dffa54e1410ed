package dev.inlay.templates.photo;

import dev.inlay.templates.photo.PhotoDecoder.Outcome;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps one child warm: started when there is work, anew after it died, ended when it has been idle. Photos take turns,
 * so that the one which kills the child takes no other with it.
 */
final class WarmChild implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WarmChild.class.getName());

    private final ChildSettings settings;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Restarts restarts = new Restarts();
    private final ScheduledThreadPoolExecutor clock = clock();
    private Future<?> idleEnd = new FutureTask<>(() -> null);
    private Optional<String> cannotStart = Optional.empty();
    private volatile Optional<DecoderProcess> child = Optional.empty();
    private volatile boolean closed;

    WarmChild(ChildSettings settings) {
        this.settings = settings;
    }

    /** Waits for its turn, then as long as the child takes. */
    Outcome decode(byte[] file) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            idleEnd.cancel(false);
            Optional<DecoderProcess> ready = ready();
            return ready.isPresent() ? decode(ready.get(), file)
                    : new Outcome.Refused(cannotStart.orElse("the photo decoder is closed"));
        } finally {
            idleEnd = clock.schedule(this::endIdle, settings.idle().toMillis(), TimeUnit.MILLISECONDS);
            turn.unlock();
        }
    }

    /** Ends the child at once, also while it decodes. */
    @Override
    public void close() {
        closed = true;
        endChild();
    }

    /** The process that decodes at present, if any. */
    Optional<ProcessHandle> handle() {
        return child.map(DecoderProcess::handle);
    }

    private Outcome decode(DecoderProcess ready, byte[] file) throws InterruptedException {
        try {
            Outcome outcome = ready.decode(file);
            restarts.succeeded();
            return outcome;
        } catch (IOException e) {
            if (!closed) {
                restarts.failed();
                LOG.log(Level.WARNING, "The photo decoder {0} and is started anew{1}", e.getMessage(),
                        ready.complaint());
            }
            return new Outcome.Refused("the photo decoder " + e.getMessage());
        }
    }

    private Optional<DecoderProcess> ready() throws InterruptedException {
        if (child.filter(DecoderProcess::isReady).isEmpty()) {
            endChild();
            restart();
        }
        return closed ? Optional.empty() : child;
    }

    /** One that could not be started is not waited for: the photos of a feed must not queue up behind it. */
    private void restart() throws InterruptedException {
        if (closed || cannotStart.isPresent() && !restarts.left().isZero()) {
            return;
        }
        Thread.sleep(restarts.left());
        try {
            child = Optional.of(DecoderProcess.start(settings, clock));
            cannotStart = Optional.empty();
        } catch (IOException e) {
            restarts.failedToStart();
            if (cannotStart.isEmpty()) {
                LOG.log(Level.ERROR, "Photos fail: the photo decoder cannot be started: {0}",
                        Answers.printable(e.getMessage()));
            }
            cannotStart = Optional.of("the photo decoder cannot be started; the log says why");
        }
        if (closed) {
            endChild();
        }
    }

    private void endIdle() {
        if (turn.tryLock()) {
            try {
                endChild();
            } finally {
                turn.unlock();
            }
        }
    }

    private void endChild() {
        child.ifPresent(DecoderProcess::close);
        child = Optional.empty();
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1,
                Thread.ofPlatform().daemon().name("photo-decoder-clock").factory());
        clock.setRemoveOnCancelPolicy(true);
        clock.setKeepAliveTime(10, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
        return clock;
    }
}
