package dev.inlay.server.statistics;

import dev.inlay.db.SeenClock;
import dev.inlay.db.activity.CountedOrders;
import dev.inlay.db.activity.CountedOrders.Arrival;
import dev.inlay.db.activity.CountedOrders.Intake;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tells of the orders of one website: of each once it has arrived, and of all of a day again when that day gained orders
 * later, as it does when order files of past days are read, up to 40 days back. One thread at a time.
 */
final class OrderFollower {
    static final Duration LATEST = Duration.ofDays(40);
    private static final int BATCH = 500;
    private static final long DAY = SeenClock.of(Duration.ofDays(1).toMillis());

    private final int websiteId;
    private final CountedOrders orders;
    private Optional<Map<Long, Intake>> known = Optional.empty();

    OrderFollower(int websiteId, CountedOrders orders) {
        this.websiteId = websiteId;
        this.orders = orders;
    }

    /**
     * Tells {@code told} the number of every order that arrived from {@code from} until before {@code until}; returns
     * whether there was any.
     */
    boolean follow(long from, long until, Consumer<String> told) {
        Arrival last = new Arrival(from, "");
        List<Arrival> arrivals;
        do {
            arrivals = orders.arrivals(websiteId, last, until, BATCH);
            arrivals.forEach(arrival -> told.accept(arrival.orderNumber()));
            last = arrivals.isEmpty() ? last : arrivals.getLast();
        } while (arrivals.size() == BATCH);
        return last.seen() > from || !last.orderNumber().isEmpty();
    }

    /**
     * Tells {@code told} of all orders of the days before {@code until} that gained some since the last
     * look; the first look only remembers.
     */
    void lookBack(long until, Consumer<String> told) {
        long from = (until - SeenClock.of(LATEST.toMillis())) / DAY * DAY;
        Map<Long, Intake> now = orders.intake(websiteId, from, until).stream()
                .collect(Collectors.toMap(Intake::onDay, intake -> intake));
        known.ifPresent(before -> now.values().stream().filter(intake -> !intake.equals(before.get(intake.onDay())))
                .forEach(intake -> follow(intake.onDay() * DAY, Math.min((intake.onDay() + 1) * DAY, until), told)));
        known = Optional.of(now);
    }
}
