package dev.inlay.server.newsletter;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that draw: two for each core, and a short queue. Full, it refuses at once: a neutral picture now is
 * better than a tile too late.
 */
final class DrawingPool implements AutoCloseable {
    private static final int QUEUED = 200;

    private final ThreadPoolExecutor threads;

    DrawingPool() {
        int size = 2 * Runtime.getRuntime().availableProcessors();
        threads = new ThreadPoolExecutor(size, size, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUED),
                Thread.ofPlatform().daemon().name("drawing-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
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
