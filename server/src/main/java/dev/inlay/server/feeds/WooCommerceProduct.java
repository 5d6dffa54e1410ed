package dev.inlay.server.feeds;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts a row of WooCommerce's export into Google's words. */
final class WooCommerceProduct {
    private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");
    private static final Pattern NEXT_LINK = Pattern.compile(",\\s*(?=https?://)");
    private static final Pattern OWN_LINK = Pattern.compile("meta:.*(url|permalink)");
    private static final Pattern OTHER_LINK = Pattern.compile(".*(image|img|photo|video|thumb|file|download|logo).*");
    private static final List<String> LINKS = List.of("permalink", "url", "product_url", "link");
    private static final List<String> RELATED = List.of("upsells", "cross_sells", "grouped_products");
    private static final int MAX_ATTRIBUTES = 50;

    private final WooCommerceFamilies families;
    private final ProductRows rows;

    WooCommerceProduct(WooCommerceFamilies families, ProductRows rows) {
        this.families = families;
        this.rows = rows;
    }

    /** The attributes of {@code row}, with what it inherits, by Google's names. */
    Map<String, List<String>> values(DelimitedRow row) {
        Optional<DelimitedRow> parent = parent(row);
        Map<String, List<String>> values = new LinkedHashMap<>();
        Optional<String> number = number(row);
        copy(number, "id", values);
        values.put(GoogleAttributes.ALIASES, aliases(row).filter(alias -> !number.equals(Optional.of(alias))).toList());
        copy(WooCommerceType.isParent(row) ? number : group(row, parent), "item_group_id", values);
        copy(either(row, parent, "name"), "title", values);
        copy(either(row, parent, "description").or(() -> either(row, parent, "short_description")), "description",
                values);
        copy(either(row, parent, "brands").or(() -> either(row, parent, "brand")), "brand", values);
        copy(row.first("gtin,_upc,_ean,_or_isbn"), "gtin", values);
        copy(either(row, parent, "tags"), "keywords", values);
        copy(link(row).or(() -> parent.flatMap(WooCommerceProduct::link)), "link", values);
        values.put("product_type", parts(either(row, parent, "categories")));
        images(either(row, parent, "images"), values);
        prices(row, values);
        WooCommerceStock.copy(row, parent, values);
        extra(row, values);
        return values;
    }

    private Optional<DelimitedRow> parent(DelimitedRow row) {
        if (!WooCommerceType.isVariation(row)) {
            return Optional.empty();
        }
        Optional<DelimitedRow> parent = families.parent(row);
        if (parent.isEmpty()) {
            rows.warning(row.number(), number(row).orElse(null), "its parent '"
                    + ProductText.shown(row.first("parent").orElse("")) + "' is not in the feed"
                    + (families.haveTooManyParents() ? ", or one of too many" : ""));
        }
        return parent;
    }

    /** The SKU, else the id as the number or, where that is another row's SKU, as {@code id:101}. */
    private Optional<String> number(DelimitedRow row) {
        return row.first("sku").or(() -> row.first("id").map(id -> families.isSku(id) ? "id:" + id : id));
    }

    private Stream<String> aliases(DelimitedRow row) {
        return row.first("id").stream().flatMap(id -> Stream.of(id, "#" + id, "id:" + id))
                .filter(alias -> !families.isSku(alias));
    }

    private Optional<String> group(DelimitedRow row, Optional<DelimitedRow> parent) {
        return WooCommerceType.isVariation(row) ? parent.flatMap(this::number).or(() -> row.first("parent"))
                : Optional.empty();
    }

    /** The product's own page, which some shops export; an external product's is elsewhere. */
    private static Optional<String> link(DelimitedRow row) {
        return LINKS.stream().map(row::first).flatMap(Optional::stream).findFirst()
                .or(() -> row.values().keySet().stream().filter(column -> OWN_LINK.matcher(column).matches()
                        && !OTHER_LINK.matcher(column).matches()).map(row::first).flatMap(Optional::stream)
                        .filter(link -> link.matches("(?i)https?://.*")).findFirst())
                .or(() -> row.first("external_url"));
    }

    private static void images(Optional<String> images, Map<String, List<String>> values) {
        List<String> links = images.map(text -> List.of(NEXT_LINK.split(text))).orElse(List.of());
        copy(links.stream().findFirst(), "image_link", values);
        values.put("additional_image_link", links.stream().skip(1).toList());
    }

    private void prices(DelimitedRow row, Map<String, List<String>> values) {
        DelimitedRow priced = row.has("regular_price") || !WooCommerceType.isParent(row) ? row
                : families.lowestPrice(row).orElse(row);
        copy(priced.first("regular_price"), "price", values);
        copy(priced.first("sale_price"), "sale_price", values);
        String window = priced.first("date_sale_price_starts").orElse("") + "/"
                + priced.first("date_sale_price_ends").orElse("");
        copy(Optional.of(window).filter(text -> text.length() > 1), "sale_price_effective_date", values);
    }

    /** Attributes, which filters need, and related products. */
    private static void extra(DelimitedRow row, Map<String, List<String>> values) {
        RELATED.forEach(column -> values.put(column, parts(row.first(column))));
        for (int i = 1; i <= MAX_ATTRIBUTES && row.has("attribute_" + i + "_name"); i++) {
            String name = AttributeName.canonical(row.first("attribute_" + i + "_name").orElse(""));
            if (!GoogleAttributes.isTaken(name)) {
                values.putIfAbsent(name, parts(row.first("attribute_" + i + "_value(s)")));
            }
        }
    }

    /** What stands between commas; a comma within a name is written {@code \,}. */
    private static List<String> parts(Optional<String> cell) {
        return cell.stream().flatMap(text -> Arrays.stream(COMMA.split(text))).map(part -> part.replace("\\,", ","))
                .map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private static Optional<String> either(DelimitedRow row, Optional<DelimitedRow> parent, String column) {
        return row.first(column).or(() -> parent.flatMap(shared -> shared.first(column)));
    }

    private static void copy(Optional<String> value, String name, Map<String, List<String>> values) {
        value.ifPresent(text -> values.put(name, List.of(text)));
    }
}
