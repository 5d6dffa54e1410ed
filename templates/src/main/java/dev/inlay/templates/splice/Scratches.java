package dev.inlay.templates.splice;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/** Lends {@link Scratch}: as many as are asked for; a few small ones are kept. Safe for use by many threads. */
public final class Scratches {
    private static final int HEAVIEST = 8 << 20;

    private final BlockingQueue<Scratch> free =
            new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());

    public <T> T with(Function<Scratch, T> work) {
        Scratch kept = free.poll();
        Scratch scratch = kept == null ? new Scratch() : kept;
        try {
            return work.apply(scratch);
        } finally {
            if (scratch.weight() > HEAVIEST || !free.offer(scratch)) {
                scratch.close();
            }
        }
    }
}
