package dev.inlay.server.recommendation.index;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.Lock;

/**
 * A {@link Popularity} in order. Sorting a large one costs, so that its order may be up to {@link #PATIENCE} old; that
 * of a small one never is. Added to under the index's write lock, asked by any number of threads.
 */
final class Ranking {
    private static final int SMALL = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private record Order(List<RankedProduct> products, Instant scoredAt, long version, long madeAt) { }

    private final Popularity popularity;
    private final Lock reading;
    private volatile long version;
    private volatile Order order;

    Ranking(Popularity popularity, Lock reading) {
        this.popularity = popularity;
        this.reading = reading;
    }

    void add(String product, double weight, Instant time) {
        popularity.add(product, weight, time);
        version++;
    }

    /** Best first; a score is what {@code now} makes of it, or a moment shortly before. */
    List<RankedProduct> at(Instant now) {
        Order known = order;
        if (known == null || !isGood(known, now)) {
            known = sort(now);
        }
        return known.products();
    }

    private boolean isGood(Order known, Instant now) {
        boolean sameScores = known.scoredAt().equals(now);
        boolean large = known.products().size() > SMALL;
        boolean young = System.nanoTime() - known.madeAt() < PATIENCE.toNanos();
        return known.version() == version && sameScores || large && young;
    }

    private synchronized Order sort(Instant now) {
        if (order != null && isGood(order, now)) {
            return order;
        }
        reading.lock();
        try {
            order = new Order(popularity.ranking(now), now, version, System.nanoTime());
            return order;
        } finally {
            reading.unlock();
        }
    }
}
