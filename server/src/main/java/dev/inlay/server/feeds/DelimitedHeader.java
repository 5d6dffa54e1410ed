package dev.inlay.server.feeds;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The header row of a delimited feed: which columns there are, and whether it is a feed that we read. */
final class DelimitedHeader {
    private static final List<String> MANDATORY = List.of("id", "title");
    /** Without any of these there is nothing to show: a table of something else. */
    private static final List<String> ONE_OF = List.of("price", "link", "image_link");
    private static final Set<String> REPEATABLE = Set.of("additional_image_link", "product_type", "shipping", "tax");
    private static final int MAX_COLUMNS = 1_000;

    private DelimitedHeader() {
    }

    /** The columns by canonical name; one clear refusal that names the column at fault. */
    static List<String> check(List<String> cells) {
        List<String> names = cells.stream().map(AttributeName::canonical).toList();
        refuseOtherFormats(Set.copyOf(names));
        if (names.size() > MAX_COLUMNS) {
            throw new FeedRefusedException("the header has more than " + MAX_COLUMNS + " columns");
        }
        refuseDuplicates(names);
        Set<String> meant = new HashSet<>();
        names.forEach(name -> meant.add(AttributeName.meant(name)));
        for (String mandatory : MANDATORY) {
            if (!meant.contains(mandatory)) {
                throw new FeedRefusedException("column '" + mandatory + "' is missing in the header");
            }
        }
        if (ONE_OF.stream().noneMatch(meant::contains)) {
            throw new FeedRefusedException("columns '" + String.join("', '", ONE_OF) + "' are all missing in the header");
        }
        return names;
    }

    private static void refuseDuplicates(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name) && !REPEATABLE.contains(name)) {
                throw new FeedRefusedException("column '" + ProductText.cut(name, 80) + "' stands twice in the header");
            }
        }
    }

    private static void refuseOtherFormats(Set<String> names) {
        if (names.contains("handle") && (names.contains("variant_price") || names.contains("body_(html)"))) {
            throw new FeedRefusedException("Shopify CSV is not read yet: send Google Merchant or Hello Retail JSON");
        }
        if (names.contains("regular_price") && names.contains("type")) {
            throw new FeedRefusedException("WooCommerce CSV is not read yet: send Google Merchant or Hello Retail JSON");
        }
        if (names.contains("ordernumber") || names.contains("order_number")) {
            throw new FeedRefusedException("this is an order feed, not a product feed");
        }
    }
}
