package dev.inlay.server.photos;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does a few things at once. */
final class Workers implements AutoCloseable {
    private static final Duration LEAVE = Duration.ofSeconds(2);

    /** What is done with an item. */
    @FunctionalInterface
    interface Task<T> {
        void accept(T item) throws InterruptedException;
    }

    private final ExecutorService threads;

    Workers(int atOnce) {
        threads = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory());
    }

    /** Ends when {@code task} is done with all {@code items}, with its first failure if there were any. */
    <T> void forEach(Collection<T> items, Task<T> task) throws InterruptedException {
        List<Future<Void>> ended = threads.invokeAll(items.stream().<Callable<Void>>map(item -> () -> {
            task.accept(item);
            return null;
        }).toList());
        for (Future<Void> end : ended) {
            try {
                end.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            }
        }
    }

    /** Interrupts what is under way; stops within two seconds. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(LEAVE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
