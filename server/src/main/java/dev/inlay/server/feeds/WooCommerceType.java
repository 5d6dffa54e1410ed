package dev.inlay.server.feeds;

import java.util.Locale;

/** The {@code Type} of a row of WooCommerce's export: a list such as {@code simple, downloadable, virtual}. */
final class WooCommerceType {
    private WooCommerceType() {
    }

    /** Whether {@code row} has variations; extensions call it {@code variable-subscription}, say. */
    static boolean isParent(DelimitedRow row) {
        return type(row).contains("variable");
    }

    /** Whether {@code row} is a variation of a parent. */
    static boolean isVariation(DelimitedRow row) {
        return type(row).contains("variation");
    }

    private static String type(DelimitedRow row) {
        return row.first("type").orElse("").toLowerCase(Locale.ROOT);
    }
}
