package dev.inlay.server.console.results;

import dev.inlay.db.statistics.ArmCounts;
import dev.inlay.server.console.Numbers;
import dev.inlay.server.statistics.Comparison;
import dev.inlay.server.statistics.Uplift;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** A hold-out in a table and a sentence: how people with personal products clicked beside people with bestsellers. */
record ArmLines(Comparison comparison, Currency currency) {
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

    /** One arm in words. */
    record Line(String name, ArmCounts counts, String clickRate, String orderRate, String revenue) { }

    List<Line> lines() {
        return List.of(line("Personalized", comparison.personalized()), line("Hold-out", comparison.holdOut()));
    }

    /** What can be said of the difference. */
    String verdict() {
        return comparison.uplift().map(this::verdict).orElse("Too few recipients to tell: there must be at least "
                + Comparison.LEAST_RECIPIENTS + " in each row.");
    }

    private String verdict(Uplift uplift) {
        return "Personalized: " + clickRate(comparison.personalized()) + " of recipients clicked, hold-out "
                + clickRate(comparison.holdOut()) + ". The difference lies between " + points(uplift.from()) + " and "
                + points(uplift.to()) + " points, with a confidence of 95 %"
                + (uplift.maybeChance() ? ", so it may be chance." : ".");
    }

    private Line line(String name, ArmCounts counts) {
        return new Line(name, counts, clickRate(counts), Numbers.share(counts.orders(), counts.recipients()),
                Numbers.money(counts.revenue(), currency));
    }

    private static String clickRate(ArmCounts counts) {
        return Numbers.share(counts.clickers(), counts.recipients());
    }

    private static String points(double difference) {
        return new DecimalFormat("+0.0;-0.0", SYMBOLS).format(100 * difference);
    }
}
