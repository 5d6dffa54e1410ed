package dev.inlay.server.recoms;

import dev.inlay.db.StoreException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Threads that pick for pages: half as many as the machine has processors, so that whoever may ask without a key never
 * takes from pictures what they need.
 */
final class PickingThreads implements AutoCloseable {
    private static final int QUEUED = 200;

    private final Duration patience;
    private final ThreadPoolExecutor threads;

    /** Gives up whatever is not picked within {@code patience}. */
    PickingThreads(Duration patience) {
        this.patience = patience;
        int size = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        threads = new ThreadPoolExecutor(size, size, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUED),
                Thread.ofPlatform().daemon().name("picking-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * What {@code picking} returns or throws.
     *
     * @throws StoreException.Busy if that takes longer than its patience, or too many wait already
     */
    <T> T run(Callable<T> picking) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            threads.execute(() -> complete(result, picking));
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | TimeoutException e) {
            throw new StoreException.Busy("too many products are being picked");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            result.cancel(false);
        }
    }

    /** Nobody waits for a result that was cancelled: it is not begun. */
    private static <T> void complete(CompletableFuture<T> result, Callable<T> picking) {
        if (!result.isDone()) {
            try {
                result.complete(picking.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
