package dev.inlay.server.newsletter;

import dev.inlay.db.StoreException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks the store on a thread of its own and waits only so long: shortly for a store that answers nobody, longer for one
 * that is busy with others.
 *
 * <p>A thread that hangs is left to itself, never interrupted, since an interrupt would close the embedded store's
 * file; when too many hang, nobody waits for the store any more.
 */
final class StorePatience {
    private static final int MOST = 1_000;
    private static final Duration ALIVE = Duration.ofMillis(300);

    private final Semaphore permits = new Semaphore(MOST);
    private final AtomicLong lastAnswer = new AtomicLong(System.nanoTime() - ALIVE.toNanos());

    /**
     * What {@code question} answers within {@code ifSilent} or, as long as the store answers others, within
     * {@code ifBusy}; whatever it throws comes in an ExecutionException.
     */
    <T> T ask(Callable<T> question, Duration ifSilent, Duration ifBusy)
            throws ExecutionException, TimeoutException, InterruptedException {
        if (!permits.tryAcquire()) {
            throw new TimeoutException("too many wait for the store");
        }
        CompletableFuture<T> answer = begin(question);
        long deadline = System.nanoTime() + ifBusy.toNanos();
        Duration wait = ifSilent;
        while (true) {
            try {
                return answer.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long now = System.nanoTime();
                if (now >= deadline || now - lastAnswer.get() > ALIVE.toNanos()) {
                    throw e;
                }
                wait = Duration.ofNanos(Math.min(deadline - now, ALIVE.toNanos() / 3)).plusMillis(1);
            }
        }
    }

    private <T> CompletableFuture<T> begin(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            Thread.startVirtualThread(() -> {
                try {
                    answer.complete(question.call());
                    lastAnswer.set(System.nanoTime());
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
        return answer;
    }
}
