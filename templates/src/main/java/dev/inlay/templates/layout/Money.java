package dev.inlay.templates.layout;

import dev.inlay.templates.TileStyle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes amounts and percentages as the shop's locale does, or by the shop's own pattern. */
final class Money {
    /** Between the letters of a currency and a digit. */
    private static final Pattern SEAM = Pattern.compile("(?<=\\p{L})(?=\\p{Nd})|(?<=\\p{Nd})(?=\\p{L})");

    private final NumberFormat amounts;
    private final NumberFormat percents;
    private final boolean ofLocale;

    Money(TileStyle style) {
        this.ofLocale = style.priceFormat().isEmpty();
        this.amounts = style.priceFormat().map(pattern -> byPattern(pattern, style)).orElseGet(() -> byLocale(style));
        amounts.setRoundingMode(RoundingMode.HALF_UP);
        this.percents = NumberFormat.getPercentInstance(style.locale());
    }

    String amount(BigDecimal amount) {
        String written = amounts.format(amount);
        return ofLocale ? SEAM.matcher(written).replaceAll("\u00A0") : written;
    }

    String percent(BigDecimal percent) {
        return percents.format(percent.movePointLeft(2));
    }

    private static NumberFormat byLocale(TileStyle style) {
        NumberFormat format = NumberFormat.getCurrencyInstance(style.locale());
        Currency currency = style.currency();
        format.setCurrency(currency);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format;
    }

    /** A pattern that is none must not cost the tile: the locale's own is used. */
    private static NumberFormat byPattern(String pattern, TileStyle style) {
        Locale locale = style.locale();
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setCurrency(style.currency());
        try {
            return new DecimalFormat(pattern, symbols);
        } catch (IllegalArgumentException _) {
            return byLocale(style);
        }
    }
}
