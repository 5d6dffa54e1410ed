package dev.inlay.server.feeds;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells decimal separators from separators of thousands. */
final class Amounts {
    /** What a number says. */
    sealed interface Outcome { }

    /** {@code sure} is false where the website's locale had to decide. */
    record Amount(BigDecimal value, boolean sure) implements Outcome { }

    /** No number, or one beyond all prices. */
    record None() implements Outcome { }

    private static final Pattern OTHER = Pattern.compile("[^0-9.,]|[.,]$");
    private static final Pattern SEPARATOR = Pattern.compile("[.,]");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}([.,]\\d{3})+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");

    private final char groups;

    Amounts(Locale locale) {
        this.groups = DecimalFormatSymbols.getInstance(locale).getGroupingSeparator();
    }

    /** {@code number} in a currency of {@code digits} decimals; blanks and apostrophes always separate thousands. */
    Outcome read(String number, int digits) {
        String plain = OTHER.matcher(number).replaceAll("");
        int last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
        if (last < 0) {
            return amount(plain, "", true);
        }
        char separator = plain.charAt(last);
        String before = plain.substring(0, last);
        String after = plain.substring(last + 1);
        if (before.indexOf(separator) >= 0) {
            return THOUSANDS.matcher(plain).matches() && plain.indexOf(separator == '.' ? ',' : '.') < 0
                    ? amount(plain, "", true) : new None();
        }
        boolean two = before.indexOf(separator == '.' ? ',' : '.') >= 0;
        boolean couldBeThousands = !two && after.length() == 3 && before.matches("[1-9]\\d{0,2}");
        if (!couldBeThousands || digits == 3) {
            return amount(before, after, two || after.length() != 3 || digits == 3);
        }
        if (separator == ',' || digits == 0) {
            return amount(plain, "", true);
        }
        return groups == '.' ? amount(plain, "", false) : amount(before, after, false);
    }

    private static Outcome amount(String whole, String decimals, boolean sure) {
        String digits = LEADING_ZEROS.matcher(SEPARATOR.matcher(whole).replaceAll("")).replaceFirst("");
        if (digits.length() > ProductAttributes.MAX_PRICE_DIGITS || decimals.length() > ProductAttributes.MAX_PRICE_DIGITS) {
            return new None();
        }
        return new Amount(new BigDecimal((digits.isEmpty() ? "0" : digits) + (decimals.isEmpty() ? "" : "." + decimals)), sure);
    }
}
