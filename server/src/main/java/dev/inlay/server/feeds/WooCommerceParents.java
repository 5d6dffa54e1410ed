package dev.inlay.server.feeds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the parents of WooCommerce's export hand down to their variations: as many as fit, the last of too many. */
final class WooCommerceParents {
    private static final Set<String> OWN =
            Set.of("regular_price", "sale_price", "date_sale_price_starts", "date_sale_price_ends");
    private static final Set<String> DESCRIPTIONS = Set.of("description", "short_description");
    private static final String FIRST = "first name";
    private static final int MAX_SIZE = 32 * 1024 * 1024;
    /** Descriptions are long, and most variations have their own. */
    private static final int MAX_DESCRIPTIONS = 8 * 1024 * 1024;

    private final RowMemory parents = new RowMemory(MAX_SIZE);
    private final RowMemory descriptions = new RowMemory(MAX_DESCRIPTIONS);
    /** The first name of each parent by its others: they need less than what the parent says, and so fit as long. */
    private final RowMemory firstNames = new RowMemory(MAX_SIZE);

    /** The names by which variations may call {@code parent}: its SKU, and its id such as {@code id:10}. */
    static Stream<String> names(DelimitedRow parent) {
        Stream<String> ids = parent.first("id").stream().map(id -> "id:" + id);
        return Stream.concat(parent.first("sku").stream(), ids).filter(WooCommerceParents::isName);
    }

    /** What {@code variation} calls its parent, which may also be an id without {@code id:}. */
    static Stream<String> parentNames(DelimitedRow variation) {
        return variation.first("parent").filter(WooCommerceParents::isName).stream()
                .flatMap(name -> Stream.of(name, "id:" + name));
    }

    void keep(DelimitedRow parent) {
        List<String> names = names(parent).toList();
        if (names.isEmpty()) {
            return;
        }
        Map<String, List<String>> shared = new LinkedHashMap<>(parent.values());
        Map<String, List<String>> told = new LinkedHashMap<>(parent.values());
        shared.keySet().removeIf(column -> OWN.contains(column) || DESCRIPTIONS.contains(column));
        told.keySet().retainAll(DESCRIPTIONS);
        parents.keep(names.getFirst(), shared);
        descriptions.keep(names.getFirst(), told);
        names.stream().skip(1).forEach(name -> firstNames.keep(name, Map.of(FIRST, names.subList(0, 1))));
    }

    /** What the parent of {@code variation} says, if it is in the feed and not forgotten. */
    Optional<DelimitedRow> find(DelimitedRow variation) {
        return parentNames(variation).map(this::find).flatMap(Optional::stream).findFirst()
                .map(values -> new DelimitedRow(variation.number(), values, 0, 0));
    }

    /** Whether there were too many to remember all. */
    boolean hasForgotten() {
        return parents.hasForgotten();
    }

    private Optional<Map<String, List<String>>> find(String name) {
        String firstName = firstNames.find(name).map(names -> names.get(FIRST).getFirst()).orElse(name);
        return parents.find(firstName).map(shared -> {
            Map<String, List<String>> values = new LinkedHashMap<>(shared);
            descriptions.find(firstName).ifPresent(values::putAll);
            return values;
        });
    }

    private static boolean isName(String text) {
        return text.length() <= ProductAttributes.MAX_NUMBER;
    }
}
