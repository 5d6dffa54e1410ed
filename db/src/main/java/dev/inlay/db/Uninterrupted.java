package dev.inlay.db;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Runs reads where no interrupt reaches them: the embedded store closes its file under all its users when a thread that
 * reads from it is interrupted, as cancelled tasks are.
 */
final class Uninterrupted {
    private Uninterrupted() {
    }

    /** Calls {@code read} on a thread of its own; an interrupt of the caller ends its waiting only. */
    static <T> T call(Supplier<T> read) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                answer.complete(read.get());
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException.Busy("the reader was interrupted");
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }
}
