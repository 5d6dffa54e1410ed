package dev.inlay.server.console;

import dev.inlay.db.statistics.RequestClass;
import dev.inlay.server.statistics.ByClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;

/** Numbers as people read them: {@code 12,345}, {@code 3.4 %}, {@code 120.50 EUR}. */
public final class Numbers {
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
    private static final String NONE = "-";

    private Numbers() {
    }

    public static String count(long number) {
        return new DecimalFormat("#,##0", SYMBOLS).format(number);
    }

    public static String share(long part, long whole) {
        return whole == 0 ? NONE : new DecimalFormat("#,##0.0", SYMBOLS).format(100.0 * part / whole) + " %";
    }

    public static String money(BigDecimal amount, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        DecimalFormat format = new DecimalFormat("#,##0", SYMBOLS);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount) + " " + currency.getCurrencyCode();
    }

    /** Clicks of people for each picture that may have been looked at. */
    public static String clickRate(ByClass pictures, ByClass clicks) {
        long seen = pictures.total() - pictures.of(RequestClass.PREFETCH) - pictures.of(RequestClass.SCANNER);
        return share(clicks.of(RequestClass.PERSON), seen);
    }
}
