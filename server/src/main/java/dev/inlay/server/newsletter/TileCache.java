package dev.inlay.server.newsletter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.server.newsletter.TilePainter.Drawn;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Coded tiles by key: the latest in memory, all in files. A tile that many ask for at once is drawn once.
 */
final class TileCache {
    /** What memory may hold, in bytes. */
    static final long DEFAULT_SIZE = 96L << 20;

    private final TileFiles files;
    private final DrawingPool pool;
    private final TileObserver observer;
    private final Cache<String, KeptTile> memory;
    private final ConcurrentMap<String, CompletableFuture<Drawn>> underWay = new ConcurrentHashMap<>();

    TileCache(TileFiles files, DrawingPool pool, TileObserver observer, long maxBytes) {
        this.files = files;
        this.pool = pool;
        this.observer = observer;
        this.memory = Caffeine.newBuilder().maximumWeight(maxBytes)
                .weigher((String key, KeptTile tile) -> key.length() + tile.weight()).build();
    }

    /**
     * The tile of {@code key}, drawn by {@code drawing} unless it is there already.
     *
     * @throws TimeoutException if {@code patience} passed; the drawing goes on and is kept
     * @throws ExecutionException if the drawing failed
     */
    Drawn tile(String key, Supplier<Drawn> drawing, Duration patience)
            throws TimeoutException, ExecutionException, InterruptedException {
        KeptTile known = memory.getIfPresent(key);
        if (known != null) {
            observer.tileFound(TileSource.MEMORY, Duration.ZERO);
            return new Drawn(known, true);
        }
        CompletableFuture<Drawn> own = new CompletableFuture<>();
        CompletableFuture<Drawn> first = underWay.putIfAbsent(key, own);
        if (first == null) {
            begin(key, drawing, own);
        }
        return (first == null ? own : first).get(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** The tile of {@code key} if it is there; nothing is drawn. */
    Optional<KeptTile> find(String key) {
        return Optional.ofNullable(memory.getIfPresent(key)).or(() -> files.find(key));
    }

    /** What memory holds, in bytes. */
    long bytesInMemory() {
        return memory.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    private void begin(String key, Supplier<Drawn> drawing, CompletableFuture<Drawn> result) {
        try {
            pool.submit(() -> {
                readOrDraw(key, drawing, result);
                return key;
            }).exceptionally(failure -> {
                fail(key, result, failure);
                return key;
            });
        } catch (RuntimeException e) {
            fail(key, result, e);
        }
    }

    /** Those who wait are answered before the tile is written to its file. */
    private void readOrDraw(String key, Supplier<Drawn> drawing, CompletableFuture<Drawn> result) {
        long begin = System.nanoTime();
        Optional<KeptTile> kept = find(key);
        Drawn drawn = kept.map(tile -> new Drawn(tile, true)).orElseGet(drawing);
        observer.tileFound(kept.isPresent() ? TileSource.FILE : TileSource.DRAWN,
                Duration.ofNanos(System.nanoTime() - begin));
        if (drawn.whole()) {
            memory.put(key, drawn.tile());
        }
        underWay.remove(key, result);
        result.complete(drawn);
        if (drawn.whole() && kept.isEmpty()) {
            files.keep(key, drawn.tile());
        }
    }

    private void fail(String key, CompletableFuture<Drawn> result, Throwable failure) {
        underWay.remove(key, result);
        result.completeExceptionally(failure);
    }
}
