package dev.inlay.server.feeds;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a row of WooCommerce's export can be bought, and is meant to be seen: hidden products count as sold out. */
final class WooCommerceStock {
    private static final Set<String> NOT_PUBLISHED = Set.of("0", "-1", "no", "false");
    private static final Set<String> NO_BACKORDERS = Set.of("", "0", "no", "false");
    private static final Pattern NONE_LEFT = Pattern.compile("0+([.,]0+)?|-.*");

    private WooCommerceStock() {
    }

    /** Puts the availability into {@code values}, and why the product is hidden, if it is. */
    static void copy(DelimitedRow row, Optional<DelimitedRow> parent, Map<String, List<String>> values) {
        Optional<String> published = hiding("published", row, parent, NOT_PUBLISHED);
        Optional<String> visibility = hiding("visibility_in_catalog", row, parent, Set.of("hidden"));
        boolean canBeBought = row.first("in_stock?").flatMap(Availability::parse).orElse(true)
                && (!isUsedUp(row, parent) || !NO_BACKORDERS.contains(lower(row, "backorders_allowed?")));
        values.put("availability",
                List.of(canBeBought && published.isEmpty() && visibility.isEmpty() ? "in_stock" : "out_of_stock"));
        published.ifPresent(text -> values.put("published", List.of(text)));
        visibility.ifPresent(text -> values.put("visibility", List.of(text)));
    }

    private static Optional<String> hiding(String column, DelimitedRow row, Optional<DelimitedRow> parent,
            Set<String> words) {
        return Optional.of(lower(row, column)).filter(words::contains)
                .or(() -> parent.map(shared -> lower(shared, column)).filter(words::contains));
    }

    /** Where the stock is counted, by the row itself or, if it says {@code parent}, by that one. */
    private static boolean isUsedUp(DelimitedRow row, Optional<DelimitedRow> parent) {
        DelimitedRow counted = lower(row, "stock").equals("parent") ? parent.orElse(row) : row;
        return NONE_LEFT.matcher(lower(counted, "stock")).matches();
    }

    private static String lower(DelimitedRow row, String column) {
        return row.first(column).orElse("").toLowerCase(Locale.ROOT);
    }
}
