package dev.inlay.templates.design;

/** What may follow a name in an expression: {@code {{price|money}}}. */
public enum Filter {
    /** An amount in the shop's currency and locale. */
    MONEY,
    /** A whole number of percent. */
    PERCENT,
    /** Capitals, by the rules of the locale's language. */
    UPPER
}
