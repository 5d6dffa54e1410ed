package dev.inlay.server.metrics;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Figures that cost something: taken when somebody looks, at most every 30 seconds, on a thread of its own. Who looks
 * waits a second for them, then takes the last ones.
 */
final class Sampled<T> {
    private static final Logger LOG = System.getLogger(Sampled.class.getName());
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Supplier<T> source;
    private volatile Optional<T> last = Optional.empty();
    private CompletableFuture<Void> sampling = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> waiting = sampling;
    private long due = System.nanoTime();

    Sampled(Supplier<T> source) {
        this.source = source;
    }

    /** One figure of the last sample; NaN if there is none yet. */
    double figure(ToDoubleFunction<T> figure) {
        sampling().join();
        return last.map(figure::applyAsDouble).orElse(Double.NaN);
    }

    private synchronized CompletableFuture<Void> sampling() {
        if (sampling.isDone() && System.nanoTime() - due >= 0) {
            due = System.nanoTime() + KEPT.toNanos();
            sampling = CompletableFuture.runAsync(this::sample, Thread::startVirtualThread);
            waiting = sampling.copy().completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
        return waiting;
    }

    private void sample() {
        try {
            last = Optional.of(source.get());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "figures cannot be taken: " + e.getClass().getName());
        }
    }
}
