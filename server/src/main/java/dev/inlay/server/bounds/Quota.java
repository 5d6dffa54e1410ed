package dev.inlay.server.bounds;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * So many calls a minute for each key; 0 = any number. Keys are forgotten once all their calls have come back, and of
 * more than {@value #MOST} those that call least.
 */
final class Quota<K> {
    static final int MOST = 100_000;

    private final int perMinute;
    private final InstantSource time;
    private final Cache<K, TokenBucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(Duration.ofMinutes(2)).build();

    Quota(int perMinute, InstantSource time) {
        this.perMinute = perMinute;
        this.time = time;
    }

    /** Counts a call of {@code key}; returns zero if it may go on, else how long to wait for the next one. */
    Duration take(K key) {
        if (perMinute == 0) {
            return Duration.ZERO;
        }
        Instant now = time.instant();
        long nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        return Duration.ofNanos(Math.max(0, buckets.get(key, _ -> new TokenBucket(perMinute)).take(nanos)));
    }

    /** Counts a call of {@code key} no longer that {@link #take} let go on. */
    void giveBack(K key) {
        Optional.ofNullable(buckets.getIfPresent(key)).ifPresent(TokenBucket::giveBack);
    }

    int perMinute() {
        return perMinute;
    }
}
