package dev.inlay.server.photos;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Photos that stand but whose files were found lost: each is taken up at most once an hour. */
final class LostPhotos {
    private static final int MAX_REMEMBERED = 10_000;
    private static final Duration QUIET = Duration.ofHours(1);

    private final Cache<Retries.Key, Boolean> known = Caffeine.newBuilder().maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(QUIET).build();
    private final BlockingQueue<Retries.Key> waiting = new ArrayBlockingQueue<>(MAX_REMEMBERED);

    /** Returns whether {@code key} is news. */
    boolean add(Retries.Key key) {
        return known.asMap().putIfAbsent(key, true) == null && waiting.offer(key);
    }

    /** Takes out those that have waited longest, at most {@code limit}. */
    List<Retries.Key> take(int limit) {
        List<Retries.Key> taken = new ArrayList<>();
        waiting.drainTo(taken, limit);
        return taken;
    }
}
