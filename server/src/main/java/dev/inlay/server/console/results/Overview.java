package dev.inlay.server.console.results;

import dev.inlay.db.statistics.RequestClass;
import dev.inlay.server.console.FilledForm;
import dev.inlay.server.console.Numbers;
import dev.inlay.server.statistics.Results;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** The results of all campaigns of a website side by side. */
record Overview(FilledForm period, String query, List<Line> lines, Currency currency) {
    /** How many campaigns a chart can tell apart. */
    static final int CHARTED = 5;

    /** @param path where the campaign's page lies, of the website */
    record Line(String name, String path, Results results) {
        String clickRate() {
            return Numbers.clickRate(results.pictures(), results.clicks());
        }
    }

    boolean isEmpty() {
        return sum(results -> results.pictures().total() + results.clicks().total() + results.orders().number()) == 0;
    }

    List<Figure> figures() {
        return List.of(
                Figure.of("People who clicked", sum(Results::uniqueClicks), "each reader of a mail once"),
                Figure.of("Picture loads", sum(results -> results.pictures().total()), "all who asked"),
                Figure.of("Orders", sum(results -> results.orders().number()), "within " + days() + " after a click"),
                new Figure("Revenue", Numbers.money(lines.stream().map(line -> line.results().orders().revenue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add), currency), "of these orders"));
    }

    Chart clicks() {
        List<Results.Day> days = lines.isEmpty() ? List.of() : lines.getFirst().results().days();
        return new Chart("line", days.stream().map(day -> day.day().toString()).toList(), lines.stream().limit(CHARTED)
                .map(line -> new Chart.Series(line.name(), IntStream.range(0, days.size())
                        .mapToObj(i -> line.results().days().get(i).clicks().of(RequestClass.PERSON)).toList()))
                .toList());
    }

    String money(Results.Orders orders) {
        return Numbers.money(orders.revenue(), currency);
    }

    private String days() {
        int window = lines.isEmpty() ? 0 : lines.getFirst().results().windowDays();
        return window == 1 ? "a day" : window + " days";
    }

    private long sum(ToLongFunction<Results> number) {
        return lines.stream().mapToLong(line -> number.applyAsLong(line.results())).sum();
    }
}
