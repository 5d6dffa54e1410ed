package dev.inlay.server.feeds;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The header row of a delimited feed: which format it has, and whether it has the columns that its format needs. */
final class DelimitedHeader {
    private static final List<String> MANDATORY = List.of("id", "title");
    /** Without any of these there is nothing to show: a table of something else. */
    private static final List<String> ONE_OF = List.of("price", "link", "image_link");
    private static final Set<String> REPEATABLE = Set.of("additional_image_link", "product_type", "shipping", "tax");
    private static final int MAX_COLUMNS = 1_000;

    private DelimitedHeader() {
    }

    /** The format of a feed with the columns {@code names}. */
    static ProductFeedFormat format(List<String> names) {
        if (names.contains("handle") && (names.contains("variant_price") || names.contains("body_(html)"))) {
            return ProductFeedFormat.SHOPIFY_CSV;
        }
        return names.contains("regular_price") && names.contains("type") ? ProductFeedFormat.WOOCOMMERCE_CSV
                : ProductFeedFormat.GOOGLE_TSV;
    }

    /** Refuses, in one line that names the column at fault, a header that is none of Google's. */
    static void check(List<String> names) {
        if (names.contains("ordernumber") || names.contains("order_number")) {
            throw new FeedRefusedException("this is an order feed, not a product feed");
        }
        Set<String> meant = names.stream().map(AttributeName::meant).collect(Collectors.toSet());
        if (MANDATORY.stream().noneMatch(meant::contains) && ONE_OF.stream().noneMatch(meant::contains)) {
            throw new FeedRefusedException("this is no product feed: columns 'id' and 'title' are missing in the "
                    + "header");
        }
        refuseTooMany(names);
        refuseDuplicates(names, name -> !REPEATABLE.contains(name));
        refuseMissing(meant, MANDATORY);
        refuseWithoutAny(meant, ONE_OF);
    }

    /**
     * Refuses a header without {@code needed} columns, without any of {@code keys}, or with one of {@code used} twice;
     * others do not matter.
     */
    static void check(List<String> names, List<String> needed, List<String> keys, Set<String> used) {
        refuseTooMany(names);
        refuseDuplicates(names, used::contains);
        refuseMissing(Set.copyOf(names), needed);
        refuseWithoutAny(Set.copyOf(names), keys);
    }

    private static void refuseWithoutAny(Set<String> names, List<String> keys) {
        if (keys.stream().noneMatch(names::contains)) {
            throw new FeedRefusedException("columns '" + String.join("', '", keys) + "' are all missing in the header");
        }
    }

    private static void refuseTooMany(List<String> names) {
        if (names.size() > MAX_COLUMNS) {
            throw new FeedRefusedException("the header has more than " + MAX_COLUMNS + " columns");
        }
    }

    private static void refuseDuplicates(List<String> names, Predicate<String> matters) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name) && matters.test(name)) {
                throw new FeedRefusedException("column '" + ProductText.cut(name, 80) + "' stands twice in the header");
            }
        }
    }

    private static void refuseMissing(Set<String> names, List<String> needed) {
        for (String mandatory : needed) {
            if (!names.contains(mandatory)) {
                throw new FeedRefusedException("column '" + mandatory + "' is missing in the header");
            }
        }
    }
}
