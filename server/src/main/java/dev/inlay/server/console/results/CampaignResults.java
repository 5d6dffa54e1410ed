package dev.inlay.server.console.results;

import dev.inlay.db.statistics.RequestClass;
import dev.inlay.server.console.FilledForm;
import dev.inlay.server.console.Numbers;
import dev.inlay.server.statistics.Results;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The results of one campaign.
 *
 * @param path where the page of the campaign lies, of the website
 * @param period the days asked for
 * @param products those shown most
 * @param otherProducts how many more there are
 * @param arms empty if nobody took part in a hold-out
 */
record CampaignResults(String name, String path, FilledForm period, Results results, List<ProductLine> products,
        int otherProducts, Optional<ArmLines> arms, Currency currency) {
    /** @param picture where the product's tile lies, of the website */
    record ProductLine(Results.Product numbers, String title, String picture) { }

    boolean isEmpty() {
        return results.pictures().total() == 0 && results.clicks().total() == 0 && results.orders().number() == 0
                && results.shown().number() == 0;
    }

    List<Figure> figures() {
        return List.of(
                Figure.of("People who clicked", results.uniqueClicks(), "each reader of a mail once"),
                Figure.of("Picture loads", results.pictures().total(), "all who asked"),
                new Figure("Click rate", Numbers.clickRate(results.pictures(), results.clicks()),
                        "people's clicks for each picture seen"),
                Figure.of("Orders", results.orders().number(), "within " + days() + " after a click"),
                new Figure("Revenue", Numbers.money(results.orders().revenue(), currency), "of these orders"),
                Figure.of("Orders without click", results.shown().number(), "of a product shown within " + days()
                        + " before: " + Numbers.money(results.shown().revenue(), currency)));
    }

    /** How good the mails know their readers. */
    List<Figure> audience() {
        long loads = results.pictures().total();
        return List.of(
                share("Unknown readers", results.audience().unknown(), loads, "named, but nothing is known of them"),
                share("Tags left as they are", results.audience().placeholders(), loads,
                        "the mail service put no one in"),
                share("Nobody named", results.audience().anonymous(), loads, "the URL names no reader"),
                share("Neutral pictures", results.neutral(), loads, neutralReasons()));
    }

    private String neutralReasons() {
        return results.neutralReasons().isEmpty() ? "no product was missing"
                : String.join(", ", results.neutralReasons().entrySet().stream()
                        .map(reason -> reason.getKey().replace('_', ' ') + " " + reason.getValue()).sorted().toList());
    }

    List<ClassLine> classes() {
        return ClassLine.of(results.pictures(), results.clicks());
    }

    Chart loads() {
        return new Chart("line", dayNames(), List.of(new Chart.Series("Picture loads",
                results.days().stream().map(day -> day.pictures().total()).toList())));
    }

    Chart clicks() {
        return new Chart("bar", dayNames(), List.of(
                new Chart.Series("Clicks of people",
                        results.days().stream().map(day -> day.clicks().of(RequestClass.PERSON)).toList()),
                new Chart.Series("Orders", results.days().stream().map(day -> day.orders().number()).toList())));
    }

    Chart slots() {
        return new Chart("bar", results.slots().stream().map(slot -> "Slot " + slot.slot()).toList(), List.of(
                new Chart.Series("Clicks of people",
                        results.slots().stream().map(slot -> slot.clicks().of(RequestClass.PERSON)).toList())));
    }

    String query() {
        return "from=" + results.from() + "&to=" + results.to();
    }

    String money(Results.Orders orders) {
        return Numbers.money(orders.revenue(), currency);
    }

    private List<String> dayNames() {
        return results.days().stream().map(day -> day.day().toString()).toList();
    }

    private String days() {
        return results.windowDays() == 1 ? "a day" : results.windowDays() + " days";
    }

    private static Figure share(String name, long part, long whole, String meaning) {
        return new Figure(name, Numbers.share(part, whole), Numbers.count(part) + " loads: " + meaning);
    }
}
