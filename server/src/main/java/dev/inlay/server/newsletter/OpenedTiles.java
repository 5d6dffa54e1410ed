package dev.inlay.server.newsletter;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.server.newsletter.TilePainter.Drawn;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tiles as they go out: coded once for all, then opened for one reader with what is live in them. The latest are
 * remembered as they went out, since most are asked for again: all who are told the same time left get the same bytes.
 */
final class OpenedTiles {
    /** What memory may hold, in bytes. */
    static final long DEFAULT_SIZE = 32L << 20;
    private static final int AROUND = 200;

    /** A tile that can go out; not {@code whole} if its photo cannot be read for this moment. */
    record Opened(byte[] bytes, boolean whole) { }

    private final TilePainter painter;
    private final TileCache cache;
    private final DrawingPool pool;
    private final TileObserver observer;
    private final AsyncCache<String, Opened> memory;

    /** @param pool draws what cannot be spliced, so that it never holds up what can */
    OpenedTiles(TilePainter painter, TileCache cache, DrawingPool pool, TileObserver observer, long maxBytes) {
        this.painter = painter;
        this.cache = cache;
        this.pool = pool;
        this.observer = observer;
        this.memory = Caffeine.newBuilder().maximumWeight(maxBytes)
                .weigher((String key, Opened tile) -> AROUND + tile.bytes().length).buildAsync();
    }

    /**
     * The tile of {@code draft}.
     *
     * @throws TimeoutException if {@code patience} passed; the drawing goes on and is kept
     * @throws ExecutionException if the drawing failed or, by {@link RejectedExecutionException}, could not begin
     */
    Opened tile(TileDraft draft, Duration patience)
            throws TimeoutException, ExecutionException, InterruptedException {
        if (draft.isForOne()) {
            return drawn(draft, patience);
        }
        Opened known = memory.synchronous().getIfPresent(draft.name());
        if (known != null) {
            observer.tileFound(TileSource.MEMORY, Duration.ZERO);
            return known;
        }
        Drawn drawn = cache.tile(draft.key(), () -> painter.draw(draft), patience);
        Opened tile = new Opened(open(drawn.tile(), draft), drawn.whole());
        if (tile.whole()) {
            memory.put(draft.name(), CompletableFuture.completedFuture(tile));
        }
        return tile;
    }

    /** The tile that is kept under {@code key}, with what is live in {@code draft}; nothing else is drawn. */
    Optional<byte[]> find(String key, TileDraft draft) {
        return cache.find(key).map(tile -> open(tile, draft));
    }

    /** What memory holds, in bytes. */
    long bytesInMemory() {
        return memory.synchronous().policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    private byte[] open(KeptTile tile, TileDraft draft) {
        long begin = System.nanoTime();
        byte[] bytes = painter.open(tile, draft);
        observer.tileOpened(Duration.ofNanos(System.nanoTime() - begin));
        return bytes;
    }

    /** What cannot be spliced is drawn anew for each open that differs, and kept in memory only. */
    private Opened drawn(TileDraft draft, Duration patience)
            throws TimeoutException, ExecutionException, InterruptedException {
        CompletableFuture<Opened> drawing = drawing(draft);
        Opened tile = drawing.get(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
        if (!tile.whole()) {
            memory.asMap().remove(draft.name(), drawing);
        }
        return tile;
    }

    private CompletableFuture<Opened> drawing(TileDraft draft) throws ExecutionException {
        try {
            return memory.get(draft.name(), (absent, executor) -> pool.submit(() -> draw(draft)));
        } catch (RejectedExecutionException e) {
            throw new ExecutionException(e);
        }
    }

    private Opened draw(TileDraft draft) {
        long begin = System.nanoTime();
        Drawn drawn = painter.draw(draft);
        observer.tileFound(TileSource.DRAWN, Duration.ofNanos(System.nanoTime() - begin));
        return new Opened(painter.open(drawn.tile(), draft), drawn.whole());
    }
}
