package dev.inlay.server.feeds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prices as shops write them: currency before or after, as code or sign, or none, which means the website's; with the
 * separators of any country. Where a price can be read in two ways, the currency and then the website decide.
 */
final class PriceParser {
    /** What a text says about a price. */
    sealed interface Outcome {
        /** {@code currency} is empty if the text named none; {@code warning} says what was assumed. */
        record Read(BigDecimal amount, Optional<Currency> currency, Optional<String> warning) implements Outcome { }

        /** {@code reason} names the value. */
        record Unreadable(String reason) implements Outcome { }
    }

    private static final String BLANKS = "\\s\\u00A0\\u2007\\u2009\\u202F";
    private static final Pattern PRICE = Pattern.compile("(?<before>[^\\d.,+-]*(?:\\.(?=\\D)[^\\d.,+-]*)*)"
            + "(?<sign>[+-]?)[" + BLANKS + "]*"
            + "(?<number>\\d[\\d.,'\\u2019" + BLANKS + "]*|[.,]\\d+)(?<dash>[:-]?-)?(?<after>[^\\d]*)");

    private final Currency website;
    private final Amounts amounts;

    PriceParser(Currency website, Locale locale) {
        this.website = website;
        this.amounts = new Amounts(locale);
    }

    Outcome parse(String text) {
        Matcher matcher = PRICE.matcher(text.strip());
        if (text.length() > 100 || !matcher.matches()) {
            return unreadable("must be an amount with a currency", text);
        }
        if (matcher.group("sign").equals("-")) {
            return unreadable("must not be negative", text);
        }
        return switch (CurrencySign.find(matcher.group("before"), matcher.group("after"), website)) {
            case CurrencySign.Unknown() -> unreadable("must have a known currency", text);
            case CurrencySign.Known(Currency currency, boolean assumed) -> amount(matcher, Optional.of(currency),
                    assumed ? Optional.of("taken as " + currency.getCurrencyCode()) : Optional.empty(), text);
            case CurrencySign.None() -> amount(matcher, Optional.empty(), Optional.empty(), text);
        };
    }

    private Outcome amount(Matcher matcher, Optional<Currency> currency, Optional<String> warning, String text) {
        int digits = Math.max(0, currency.orElse(website).getDefaultFractionDigits());
        return switch (amounts.read(matcher.group("number"), digits)) {
            case Amounts.None() -> unreadable("must be an amount of at most " + ProductAttributes.MAX_PRICE_DIGITS
                    + " digits", text);
            case Amounts.Amount(BigDecimal amount, boolean sure) -> {
                BigDecimal rounded = amount.setScale(digits, RoundingMode.HALF_UP);
                yield new Outcome.Read(rounded, currency, sure && rounded.compareTo(amount) == 0 ? warning.map(said ->
                        "price '" + text + "' " + said) : Optional.of("price '" + text + "' taken as " + rounded));
            }
        };
    }

    private static Outcome unreadable(String rule, String text) {
        return new Outcome.Unreadable("price " + rule + " - was '" + ProductText.shown(text) + "'");
    }
}
