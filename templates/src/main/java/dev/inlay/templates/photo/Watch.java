package dev.inlay.templates.photo;

import dev.inlay.templates.photo.ChildSettings.Limits;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Kills a process that works for too long on one thing. It looks ten times a second, so short work is not measured. */
final class Watch implements AutoCloseable {
    private static final long EVERY_MILLIS = 100;

    private final Process process;
    private final Limits limits;
    private final long start = System.nanoTime();
    private final Future<?> looking;
    private Optional<Duration> workedBefore = Optional.empty();
    private volatile Optional<String> verdict = Optional.empty();

    private Watch(Process process, Limits limits, ScheduledExecutorService clock) {
        this.process = process;
        this.limits = limits;
        this.looking = clock.scheduleAtFixedRate(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    static Watch over(Process process, Limits limits, ScheduledExecutorService clock) {
        return new Watch(process, limits, clock);
    }

    /** Why it had to end, if it had. */
    Optional<String> verdict() {
        return verdict;
    }

    @Override
    public void close() {
        looking.cancel(false);
    }

    private void look() {
        if (System.nanoTime() - start > limits.wall().toNanos()) {
            kill("took longer than " + limits.wall().toSeconds() + " s");
        } else if (worked().compareTo(limits.processor()) > 0) {
            kill("took more than " + limits.processor().toSeconds() + " s of processor time");
        }
    }

    private void kill(String why) {
        verdict = Optional.of(why);
        process.destroyForcibly();
        looking.cancel(false);
    }

    /** Since the first look; not all systems tell. */
    private Duration worked() {
        Optional<Duration> total = process.info().totalCpuDuration();
        workedBefore = workedBefore.or(() -> total);
        return total.map(now -> now.minus(workedBefore.orElse(now))).orElse(Duration.ZERO);
    }
}
