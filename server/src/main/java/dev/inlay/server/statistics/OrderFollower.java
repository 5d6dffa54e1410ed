package dev.inlay.server.statistics;

import dev.inlay.db.SeenClock;
import dev.inlay.db.activity.CountedOrders;
import dev.inlay.db.activity.CountedOrders.Arrival;
import dev.inlay.db.statistics.AttributionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells of the orders of one website as they arrive, whenever they were placed. Each is told twice: half a minute after
 * it came and again after ten minutes, when what another node was slow to store is there, too. How far the second
 * telling has come is remembered, so that nothing is lost by a restart. One thread at a time.
 */
final class OrderFollower {
    private static final Duration LAG = Duration.ofSeconds(30);
    private static final Duration LATE = Duration.ofMinutes(10);
    /** How old orders may be when a website is followed for the first time. */
    private static final Duration OLDEST = Duration.ofDays(40);
    private static final int BATCH = 500;
    /** How far what is remembered may be behind while nothing comes. */
    private static final long PROGRESS = SeenClock.of(Duration.ofMinutes(10).toMillis());

    private final int websiteId;
    private final CountedOrders orders;
    private final AttributionStore attributions;
    /** Until where orders were told for the first time. */
    private long first;

    OrderFollower(int websiteId, CountedOrders orders, AttributionStore attributions) {
        this.websiteId = websiteId;
        this.orders = orders;
        this.attributions = attributions;
    }

    /** Tells {@code told} the number of every order that is due at {@code now}. */
    void follow(Instant now, Consumer<String> told) {
        long untilSecond = seen(now.minus(LATE));
        long second = attributions.progress(websiteId).orElse(untilSecond - SeenClock.of(OLDEST.toMillis()));
        long untilFirst = seen(now.minus(LAG));
        tell(Math.max(first, second), untilFirst, told);
        first = Math.max(first, untilFirst);
        if (tell(second, untilSecond, told) || untilSecond - second > PROGRESS) {
            attributions.advance(websiteId, untilSecond);
        }
    }

    /** Tells what arrived from {@code from} until before {@code until}; returns whether there was any. */
    private boolean tell(long from, long until, Consumer<String> told) {
        List<Arrival> arrivals = orders.arrivals(websiteId, new Arrival(from, ""), until, BATCH);
        boolean isAny = !arrivals.isEmpty();
        while (!arrivals.isEmpty()) {
            arrivals.stream().map(Arrival::orderNumber).distinct().forEach(told);
            arrivals = orders.arrivals(websiteId, arrivals.getLast(), until, BATCH);
        }
        return isAny;
    }

    private static long seen(Instant time) {
        return SeenClock.of(time.toEpochMilli());
    }
}
