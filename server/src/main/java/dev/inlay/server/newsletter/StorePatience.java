package dev.inlay.server.newsletter;

import dev.inlay.db.StoreException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the store on a thread of its own and waits only so long. A thread that hangs is left to itself, never interrupted,
 * since an interrupt would close the embedded store's file; when too many hang, nobody waits for the store any more.
 */
final class StorePatience {
    private static final int MOST = 1_000;

    private final Semaphore permits = new Semaphore(MOST);

    /** What {@code question} answers within {@code patience}; whatever it throws comes in an ExecutionException. */
    <T> T ask(Callable<T> question, Duration patience) throws ExecutionException, TimeoutException, InterruptedException {
        if (!permits.tryAcquire()) {
            throw new TimeoutException("too many wait for the store");
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            Thread.startVirtualThread(() -> {
                try {
                    answer.complete(question.call());
                } catch (Throwable e) {
                    answer.completeExceptionally(e);
                } finally {
                    permits.release();
                }
            });
        } catch (RuntimeException | Error e) {
            permits.release();
            throw new StoreException("no thread to ask the store");
        }
        return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
