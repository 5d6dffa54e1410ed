package dev.inlay.server.bench;

import dev.inlay.db.statistics.RequestClass;
import dev.inlay.server.metrics.Metrics;
import dev.inlay.server.newsletter.TileObserver;
import dev.inlay.server.newsletter.TileSource;
import dev.inlay.server.newsletter.TileVisit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the meters add to a picture out of memory. */
final class CountingCost {
    private static final int ROUNDS = 9;
    private static final int TIMES = 1_000_000;

    private CountingCost() {
    }

    /** Nanoseconds for each picture, in one thread. */
    static Spread measure() {
        TileVisit visit = new TileVisit(TileVisit.Kind.PICTURE, false, RequestClass.PERSON, Optional.empty(), 1,
                Optional.of("P1"), Optional.empty(), false, 1, Duration.ofNanos(700_000));
        List<Double> rounds = new ArrayList<>();
        try (Metrics metrics = new Metrics()) {
            TileObserver tiles = metrics.tiles();
            count(tiles, visit);
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(count(tiles, visit));
            }
        }
        return Spread.of(rounds);
    }

    private static double count(TileObserver tiles, TileVisit visit) {
        long begin = System.nanoTime();
        for (int i = 0; i < TIMES; i++) {
            tiles.tileFound(TileSource.MEMORY, Duration.ZERO);
            tiles.visited(visit);
        }
        return (double) (System.nanoTime() - begin) / TIMES;
    }
}
