package dev.inlay.db.activity;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether an order is known for the tracking user who reported it (contract 3.1, rule 2): who only guesses order
 * numbers learns nothing of their people and is taken for none of them.
 */
final class KnownOrder {
    private static final long NEAR = Duration.ofHours(48).toMillis();

    private final int websiteId;
    private final ProductNames products;

    KnownOrder(int websiteId, ProductNames products) {
        this.websiteId = websiteId;
        this.products = products;
    }

    /**
     * Whether {@code report} is of the order that the feed's {@code row} of that number tells: placed within 48 hours
     * of it, with its total or its products. Once known, an order stays known, however the row is corrected.
     */
    boolean isKnown(OrderReport report, OrderReport row) {
        return report.isOfTrackingUser() && (report.feedHash().isPresent() || isNear(report, row)
                && (isSameTotal(report, row) || isSameProducts(report.lines(), row.lines())));
    }

    private static boolean isNear(OrderReport report, OrderReport row) {
        return Math.abs(report.atMs() - row.atMs()) <= NEAR;
    }

    private static boolean isSameTotal(OrderReport report, OrderReport row) {
        return Amount.isSame(Amount.storable(report.total()), Amount.storable(row.total()));
    }

    /**
     * Whether both name the same products, however many of each: all have a number, in the call or in the catalogue, or
     * all a URL, compared as a whole.
     */
    private boolean isSameProducts(List<OrderLine> some, List<OrderLine> others) {
        return isSameNames(some, others, product -> products.productNumber(websiteId, product))
                || isSameNames(some, others, ProductReference::url);
    }

    private static boolean isSameNames(List<OrderLine> some, List<OrderLine> others,
            Function<ProductReference, Optional<String>> name) {
        Set<Optional<String>> names = names(some, name);
        return !names.isEmpty() && !names.contains(Optional.<String>empty()) && names.equals(names(others, name));
    }

    private static Set<Optional<String>> names(List<OrderLine> lines,
            Function<ProductReference, Optional<String>> name) {
        Set<Optional<String>> names = new HashSet<>();
        lines.forEach(line -> names.add(name.apply(line.product())));
        return names;
    }
}
