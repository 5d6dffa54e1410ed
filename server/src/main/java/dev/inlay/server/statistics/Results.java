package dev.inlay.server.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What became of a campaign's mails on some days (UTC, {@code from} and {@code to} included). The API, its CSV and the
 * console tell the same numbers, these.
 *
 * <p>Slots, products and days each add up to the totals, but for loads and clicks without product, which no entry of
 * {@code products} holds, and for revenue by product, which is of lines, not of orders.
 *
 * @param windowDays how many days after a click an order is put down to it, as the website has it now
 * @param pictures loads of pictures, neutral ones included
 * @param clicks all clicks, those of programs included
 * @param uniqueClicks different (edition, recipient) that a person clicked for: the headline number
 * @param audience loads that were for nobody known
 * @param neutral loads without product, or without its photo
 * @param neutralReasons the same by reason, lower case, only those that occurred
 * @param orders of people who had clicked within the window before
 * @param shown of people who had not clicked, but were shown within the window before what they bought; apart from
 *        {@code orders}
 * @param slots every slot of the campaign, and others that were asked for; slot 0 stands for paths that named none
 * @param products everything that was shown, clicked or ordered after a click; most shown first
 * @param days every day, also those without anything, oldest first
 */
public record Results(LocalDate from, LocalDate to, int windowDays, ByClass pictures, ByClass clicks, long uniqueClicks,
        Audience audience, long neutral, Map<String, Long> neutralReasons, Orders orders, Orders shown,
        List<Slot> slots, List<Product> products, List<Day> days) {
    public Results {
        neutralReasons = Map.copyOf(neutralReasons);
        slots = List.copyOf(slots);
        products = List.copyOf(products);
        days = List.copyOf(days);
    }

    /**
     * Loads for nobody known.
     *
     * @param placeholders named by a merge tag that the mail service left as it was
     * @param unknown named, but without any activity
     * @param anonymous not named at all
     */
    public record Audience(long placeholders, long unknown, long anonymous) { }

    /** Orders, and what they brought in the currency of the shop. */
    public record Orders(long number, BigDecimal revenue) {
        static final Orders NONE = new Orders(0, BigDecimal.ZERO);

        Orders plus(Orders other) {
            return new Orders(number + other.number, revenue.add(other.revenue));
        }
    }

    /** One slot. */
    public record Slot(int slot, ByClass pictures, ByClass clicks) { }

    /** One product; {@code orders} that hold it, with the revenue of its lines. */
    public record Product(String productNumber, ByClass pictures, ByClass clicks, Orders orders) { }

    /** One day (UTC); {@code orders} were placed on it. */
    public record Day(LocalDate day, ByClass pictures, ByClass clicks, Orders orders) { }
}
