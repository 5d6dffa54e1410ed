package dev.inlay.server.feeds;

import dev.inlay.db.website.Website;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the rows of WooCommerce's export have to know of others, gathered in a first pass: what variations inherit, what
 * parents cost, and which SKUs could be taken for ids.
 */
final class WooCommerceFamilies {
    private static final Pattern ID = Pattern.compile("\\d{1,19}");

    /** More rows than shops have; ids beyond are taken for nobody's SKU. */
    static final int MAX_SKUS = 500_000;

    private final WooCommerceParents parents = new WooCommerceParents();
    private final WooCommercePrices prices;
    private final Set<String> numericSkus = new HashSet<>();

    WooCommerceFamilies(Website website) {
        this.prices = new WooCommercePrices(website);
    }

    /** Takes note of {@code row}. */
    void add(DelimitedRow row) {
        row.first("sku").filter(sku -> numericSkus.size() < MAX_SKUS && ID.matcher(sku).matches())
                .ifPresent(numericSkus::add);
        if (WooCommerceType.isParent(row)) {
            parents.keep(row);
        } else if (WooCommerceType.isVariation(row)) {
            prices.add(row);
        }
    }

    /** What the parent of {@code variation} says, if it is in the feed and not forgotten. */
    Optional<DelimitedRow> parent(DelimitedRow variation) {
        return parents.find(variation);
    }

    /** Whether some parents were forgotten, since there are too many. */
    boolean haveTooManyParents() {
        return parents.hasForgotten();
    }

    /** The cells of the variation of {@code parent} that costs least. */
    Optional<DelimitedRow> lowestPrice(DelimitedRow parent) {
        Stream<String> bareId = parent.first("id").filter(id -> !isSku(id)).stream();
        return prices.lowest(parent, Stream.concat(WooCommerceParents.names(parent), bareId));
    }

    /** Whether {@code id} is the SKU of some row, which then has it for itself. */
    boolean isSku(String id) {
        return numericSkus.contains(id);
    }
}
