package dev.inlay.templates.design;

import java.util.Locale;

/** What may follow a name in an expression: {@code {{price|money}}}. */
public enum Filter {
    /** An amount in the shop's currency and locale. */
    MONEY,
    /** A whole number of percent. */
    PERCENT,
    /** Capitals, by the rules of the locale's language. */
    UPPER,
    /** A date of the ISO calendar, as the locale writes one: the same as {@link #DATE_MEDIUM}. */
    DATE,
    DATE_SHORT,
    DATE_MEDIUM,
    DATE_LONG,
    DATE_FULL;

    /** As templates write it: {@code date:short}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
