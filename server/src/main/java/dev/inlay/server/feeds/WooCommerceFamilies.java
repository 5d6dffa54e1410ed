package dev.inlay.server.feeds;

import dev.inlay.db.website.Website;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What parents and variations of WooCommerce's export know of each other, gathered in a first pass: what variations
 * inherit, as much as {@link RowMemory} keeps; the lowest price of each parent; and which SKUs could be taken for ids.
 * Of a row that is no parent at most some hundred characters are kept, as of any product whose number a run remembers.
 */
final class WooCommerceFamilies {
    private static final Set<String> PRICE =
            Set.of("regular_price", "sale_price", "date_sale_price_starts", "date_sale_price_ends");
    private static final Pattern ID = Pattern.compile("\\d{1,19}");
    private static final int MAX_CELL = 100;

    /** A variation's price: what holds at any time, and what holds during a sale. */
    private record Lowest(BigDecimal always, BigDecimal sale, Map<String, List<String>> cells) { }

    private final PriceParser parser;
    private final RowMemory parents = new RowMemory();
    private final Map<String, Lowest> lowest = new HashMap<>();
    private final Set<String> numericSkus = new HashSet<>();

    WooCommerceFamilies(Website website) {
        this.parser = new PriceParser(website.currency(), website.locale());
    }

    /** Takes note of {@code row}. */
    void add(DelimitedRow row) {
        row.first("sku").filter(sku -> ID.matcher(sku).matches()).ifPresent(numericSkus::add);
        if (WooCommerceType.isParent(row)) {
            Map<String, List<String>> shared = new LinkedHashMap<>(row.values());
            shared.keySet().removeAll(PRICE);
            keys(row).forEach(key -> parents.keep(key, shared));
        } else if (WooCommerceType.isVariation(row)) {
            row.first("parent").ifPresent(parent -> price(row).ifPresent(price ->
                    lowest.merge(parent, price, WooCommerceFamilies::lower)));
        }
    }

    /** What the parent of {@code variation} says, if it is in the feed and remembered. */
    Optional<DelimitedRow> parent(DelimitedRow variation) {
        return variation.first("parent").flatMap(named -> parents.find(named).or(() -> parents.find("id:" + named)))
                .map(values -> new DelimitedRow(variation.number(), values, 0, 0));
    }

    /** The cells of the variation of {@code parent} that costs least; a sale for a time decides only between equals. */
    Optional<Map<String, List<String>>> lowestPrice(DelimitedRow parent) {
        return keys(parent).map(lowest::get).filter(price -> price != null).reduce(WooCommerceFamilies::lower)
                .map(Lowest::cells);
    }

    /** Whether {@code id} is the SKU of some row, which then has it for itself. */
    boolean isSku(String id) {
        return numericSkus.contains(id);
    }

    /** The names by which variations may call {@code parent}. */
    private static Stream<String> keys(DelimitedRow parent) {
        Stream<String> ids = parent.first("id").stream().flatMap(id -> Stream.of("id:" + id));
        return Stream.concat(parent.first("sku").stream(), ids);
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
        return row.first(column).filter(text -> parser.parse(text) instanceof PriceParser.Outcome.Read)
                .map(text -> ((PriceParser.Outcome.Read) parser.parse(text)).amount());
    }

    private static Map<String, List<String>> cells(DelimitedRow row) {
        Map<String, List<String>> cells = new LinkedHashMap<>();
        PRICE.forEach(column -> row.first(column).ifPresent(text ->
                cells.put(column, List.of(ProductText.cut(text, MAX_CELL)))));
        return cells;
    }

    private static Lowest lower(Lowest one, Lowest other) {
        Comparator<Lowest> order = Comparator.comparing(Lowest::always).thenComparing(Lowest::sale);
        return order.compare(one, other) <= 0 ? one : other;
    }
}
