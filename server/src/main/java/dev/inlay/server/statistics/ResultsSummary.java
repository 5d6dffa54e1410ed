package dev.inlay.server.statistics;

import dev.inlay.db.statistics.AttributedOrder.Reason;
import dev.inlay.db.statistics.CampaignCounts;
import dev.inlay.db.statistics.CampaignCounts.DayCount;
import dev.inlay.db.statistics.CampaignCounts.DayOrders;
import dev.inlay.db.statistics.CampaignCounts.Found;
import dev.inlay.db.statistics.CampaignCounts.ProductCount;
import dev.inlay.db.statistics.CampaignCounts.ProductOrders;
import dev.inlay.db.statistics.CampaignCounts.SlotCount;
import dev.inlay.db.statistics.FindingCount.Kind;
import dev.inlay.server.newsletter.Audience;
import dev.inlay.server.statistics.Results.Orders;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts what the store has summed up side by side. */
final class ResultsSummary {
    private static final Comparator<Results.Product> MOST_SHOWN =
            Comparator.comparingLong((Results.Product product) -> product.pictures().total()).reversed()
                    .thenComparing(Results.Product::productNumber);

    private final CampaignCounts counts;
    private final int slots;
    private final LocalDate from;
    private final LocalDate to;

    ResultsSummary(CampaignCounts counts, int slots, LocalDate from, LocalDate to) {
        this.counts = counts;
        this.slots = slots;
        this.from = from;
        this.to = to;
    }

    Results results(int windowDays) {
        Sums<LocalDate> pictures = byDay(counts.pictures());
        Sums<LocalDate> clicks = byDay(counts.clicks());
        return new Results(from, to, windowDays, pictures.total(), clicks.total(), counts.uniqueClicks(),
                new Results.Audience(found(Audience.PLACEHOLDER), found(Audience.UNKNOWN), found(Audience.ANONYMOUS)),
                found(Kind.NEUTRAL).mapToLong(Found::number).sum(), neutralReasons(),
                orders(Reason.CLICK), orders(Reason.SHOWN), slots(), products(), days(pictures, clicks));
    }

    private Map<String, Long> neutralReasons() {
        return found(Kind.NEUTRAL).collect(
                Collectors.toMap(found -> found.finding().toLowerCase(Locale.ROOT), Found::number, Long::sum));
    }

    private long found(Audience audience) {
        return found(Kind.AUDIENCE).filter(found -> found.finding().equals(audience.name()))
                .mapToLong(Found::number).sum();
    }

    private Stream<Found> found(Kind kind) {
        return counts.findings().stream().filter(found -> found.kind() == kind);
    }

    private Orders orders(Reason reason) {
        return counts.orderDays().stream().filter(day -> day.reason() == reason)
                .map(day -> new Orders(day.number(), day.revenue())).reduce(Orders.NONE, Orders::plus);
    }

    private List<Results.Slot> slots() {
        Sums<Integer> pictures = bySlot(counts.pictures());
        Sums<Integer> clicks = bySlot(counts.clicks());
        Set<Integer> all = IntStream.rangeClosed(1, slots).boxed().collect(Collectors.toCollection(TreeSet::new));
        all.addAll(pictures.keys());
        all.addAll(clicks.keys());
        return all.stream().map(slot -> new Results.Slot(slot, pictures.of(slot), clicks.of(slot))).toList();
    }

    private List<Results.Product> products() {
        Sums<String> pictures = byProduct(counts.pictures());
        Sums<String> clicks = byProduct(counts.clicks());
        Map<String, Orders> orders = counts.orderProducts().stream().filter(product -> product.reason() == Reason.CLICK)
                .collect(Collectors.toMap(ProductOrders::productNumber,
                        product -> new Orders(product.number(), product.revenue()), Orders::plus));
        Set<String> all = new TreeSet<>(pictures.keys());
        all.addAll(clicks.keys());
        all.addAll(orders.keySet());
        return all.stream().filter(number -> !number.isEmpty())
                .map(number -> new Results.Product(number, pictures.of(number), clicks.of(number),
                        orders.getOrDefault(number, Orders.NONE)))
                .sorted(MOST_SHOWN).toList();
    }

    private List<Results.Day> days(Sums<LocalDate> pictures, Sums<LocalDate> clicks) {
        Map<LocalDate, Orders> orders = counts.orderDays().stream().filter(day -> day.reason() == Reason.CLICK)
                .collect(Collectors.toMap(DayOrders::day, day -> new Orders(day.number(), day.revenue()), Orders::plus));
        return from.datesUntil(to.plusDays(1)).map(day -> new Results.Day(day, pictures.of(day), clicks.of(day),
                orders.getOrDefault(day, Orders.NONE))).toList();
    }

    private static Sums<Integer> bySlot(CampaignCounts.Traffic traffic) {
        return Sums.of(traffic.slots(), SlotCount::slot, SlotCount::requestClass, SlotCount::number);
    }

    private static Sums<String> byProduct(CampaignCounts.Traffic traffic) {
        return Sums.of(traffic.products(), ProductCount::productNumber, ProductCount::requestClass,
                ProductCount::number);
    }

    private static Sums<LocalDate> byDay(CampaignCounts.Traffic traffic) {
        return Sums.of(traffic.days(), DayCount::day, DayCount::requestClass, DayCount::number);
    }
}
