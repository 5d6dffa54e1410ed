package dev.inlay.server.newsletter;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that draw, and a short queue. No more threads than cores, since drawing computes and never waits: more would
 * only make each slower. Full, it refuses at once: another picture now is better than a tile too late.
 */
final class DrawingPool implements AutoCloseable {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final ThreadPoolExecutor threads;

    private DrawingPool(String name, int size, int queued) {
        threads = new ThreadPoolExecutor(size, size, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queued),
                Thread.ofPlatform().daemon().name(name, 1).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** For tiles that many will see: one thread for each core, and two at least, lest one tile holds up all others. */
    static DrawingPool forAll() {
        return new DrawingPool("drawing-", Math.max(2, CORES), 200);
    }

    /** For tiles that one reader will see: half the cores, whatever names a sender makes up. */
    static DrawingPool forOne() {
        return new DrawingPool("drawing-live-", Math.max(1, CORES / 2), 50);
    }

    /**
     * Draws on one of the threads; whatever is thrown there, errors included, ends up in the answer.
     *
     * @throws java.util.concurrent.RejectedExecutionException if too much waits already
     */
    <T> CompletableFuture<T> submit(Callable<T> drawing) {
        CompletableFuture<T> result = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                result.complete(drawing.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** How many drawings wait for a thread. */
    int waiting() {
        return threads.getQueue().size();
    }

    /** Finishes what was begun, within two seconds. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
