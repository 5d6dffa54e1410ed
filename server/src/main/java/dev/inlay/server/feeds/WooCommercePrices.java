package dev.inlay.server.feeds;

import dev.inlay.db.website.Website;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the cheapest variation of each parent costs, for half a million parents at most. */
final class WooCommercePrices {
    private static final Set<String> CELLS =
            Set.of("regular_price", "sale_price", "date_sale_price_starts", "date_sale_price_ends");
    private static final int MAX_PARENTS = 500_000;
    private static final int MAX_CELL = 100;

    /** A variation's price: what holds at any time, and what holds during a sale. */
    private record Lowest(BigDecimal always, BigDecimal sale, Map<String, List<String>> cells) { }

    private final PriceParser parser;
    private final Map<String, Lowest> byParent = new HashMap<>();

    WooCommercePrices(Website website) {
        this.parser = new PriceParser(website.currency(), website.locale());
    }

    /** Takes note of what {@code variation} costs. */
    void add(DelimitedRow variation) {
        WooCommerceParents.parentNames(variation).findFirst()
                .filter(parent -> byParent.size() < MAX_PARENTS || byParent.containsKey(parent))
                .ifPresent(parent -> price(variation).ifPresent(price ->
                        byParent.merge(parent, price, WooCommercePrices::lower)));
    }

    /**
     * The cells of the variation that costs least of those that call {@code parent} by one of {@code names}; a sale for
     * a time decides only between equals.
     */
    Optional<DelimitedRow> lowest(DelimitedRow parent, Stream<String> names) {
        return names.map(byParent::get).filter(Objects::nonNull)
                .reduce(WooCommercePrices::lower).map(price ->
                        new DelimitedRow(parent.number(), price.cells(), 0, 0));
    }

    private Optional<Lowest> price(DelimitedRow row) {
        return amount(row, "regular_price").map(regular -> {
            BigDecimal sale = amount(row, "sale_price").filter(amount -> amount.signum() > 0).orElse(regular)
                    .min(regular);
            boolean isForATime = row.has("date_sale_price_starts") || row.has("date_sale_price_ends");
            return new Lowest(isForATime ? regular : sale, sale, cells(row));
        });
    }

    private Optional<BigDecimal> amount(DelimitedRow row, String column) {
        return row.first(column).map(parser::parse).flatMap(outcome -> switch (outcome) {
            case PriceParser.Outcome.Read read -> Optional.of(read.amount());
            case PriceParser.Outcome.Unreadable unreadable -> Optional.empty();
        });
    }

    private static Map<String, List<String>> cells(DelimitedRow row) {
        Map<String, List<String>> cells = new LinkedHashMap<>();
        CELLS.forEach(column -> row.first(column).ifPresent(text ->
                cells.put(column, List.of(ProductText.cut(text, MAX_CELL)))));
        return cells;
    }

    private static Lowest lower(Lowest one, Lowest other) {
        Comparator<Lowest> order = Comparator.comparing(Lowest::always).thenComparing(Lowest::sale);
        return order.compare(one, other) <= 0 ? one : other;
    }
}
