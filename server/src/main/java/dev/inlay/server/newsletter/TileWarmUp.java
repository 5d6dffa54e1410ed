package dev.inlay.server.newsletter;

import dev.inlay.templates.Template;
import dev.inlay.templates.TileRenderer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;

/**
 * Draws and opens tiles before anybody asks: a fresh Java machine needs several times as long for one as one that has
 * drawn some.
 */
final class TileWarmUp implements AutoCloseable {
    private static final int TILES = 20;
    private static final Duration BEFORE_READY = Duration.ofMillis(700);

    private final TileRenderer renderer;
    private final Faults faults;
    private volatile boolean closed;

    TileWarmUp(TileRenderer renderer, Faults faults) {
        this.renderer = renderer;
        this.faults = faults;
    }

    /** Draws some tiles of each of {@code templates}: as many as a start may take, the rest in the background. */
    void run(Collection<Template> templates) {
        Queue<Template> tiles = new ArrayDeque<>();
        for (int i = 0; i < TILES; i++) {
            tiles.addAll(templates);
        }
        long end = System.nanoTime() + BEFORE_READY.toNanos();
        while (System.nanoTime() < end && draw(tiles)) {
            // one more
        }
        Thread.ofPlatform().daemon().name("tile-warm-up").priority(Thread.MIN_PRIORITY).start(() -> {
            while (!closed && draw(tiles)) {
                // one more
            }
        });
    }

    /** Whether there was one more to draw. */
    private boolean draw(Queue<Template> tiles) {
        Template template = tiles.poll();
        if (template == null) {
            return false;
        }
        try {
            renderer.warmUp(template, 1);
        } catch (RuntimeException | Error e) {
            faults.report("tile cannot be drawn", e);
        }
        return true;
    }

    /** Draws no more. */
    @Override
    public void close() {
        closed = true;
    }
}
