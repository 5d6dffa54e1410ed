package dev.inlay.server.newsletter;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sweeps the folder of coded tiles, at start and daily. */
final class TileSweep implements AutoCloseable {
    private final TileFiles files;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tile-sweep").factory());

    TileSweep(TileFiles files) {
        this.files = files;
    }

    void start() {
        thread.scheduleWithFixedDelay(files::sweep, 0, 1, TimeUnit.DAYS);
    }

    /** Stops also in the midst of a sweep: the next one finishes it. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
