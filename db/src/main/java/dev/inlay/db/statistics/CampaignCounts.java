package dev.inlay.db.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What is stored of some days of a campaign, each list summed up in its own way.
 *
 * @param uniqueClicks different (edition, recipient) with a click of {@link RequestClass#PERSON}
 */
public record CampaignCounts(Traffic pictures, Traffic clicks, List<Found> findings, long uniqueClicks,
        List<DayOrders> orderDays, List<ProductOrders> orderProducts) {
    /** Loads or clicks by slot, by product and by day; those without product stand under the empty number. */
    public record Traffic(List<SlotCount> slots, List<ProductCount> products, List<DayCount> days) { }

    /** Loads or clicks of a slot; slot 0 is none. */
    public record SlotCount(int slot, RequestClass requestClass, long number) { }

    /** Loads or clicks of a product; {@code productNumber} is empty for those without. */
    public record ProductCount(String productNumber, RequestClass requestClass, long number) { }

    /** Loads or clicks of a day, which is {@code onDay} days after 1970-01-01 (UTC). */
    public record DayCount(int onDay, RequestClass requestClass, long number) {
        public LocalDate day() {
            return LocalDate.ofEpochDay(onDay);
        }
    }

    /** Loads of which something was found. */
    public record Found(FindingCount.Kind kind, String finding, long number) { }

    /** Orders of a day, which is {@code onDay} days after 1970-01-01 (UTC). */
    public record DayOrders(int onDay, AttributedOrder.Reason reason, long number, BigDecimal revenue) {
        public LocalDate day() {
            return LocalDate.ofEpochDay(onDay);
        }
    }

    /** Orders that hold a product, and what that product brought. */
    public record ProductOrders(String productNumber, AttributedOrder.Reason reason, long number,
            BigDecimal revenue) { }
}
