package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From the attributes of Google Merchant to our own; other formats are put into Google's words first, with {@code
 * compare_at_price}, {@code keywords} and {@link #ALIASES} besides. What only filters and rules need, such as colours
 * and custom labels, becomes {@code extraData}.
 */
final class GoogleAttributes {
    /** Further numbers of a product; no column of a feed can have this name, since canonical names are lower case. */
    static final String ALIASES = "variantProductNumbers";

    private static final int MAX_EXTRA = 100;
    private static final int MAX_LISTS = 20;
    private static final Set<String> IGNORED = Set.of("shipping", "tax", "product_detail", "subscription_cost",
            "installment");
    private static final Set<String> MEANT = Set.of("id", "title", "description", "link", "image_link",
            "additional_image_link", "availability", "price", "sale_price", "sale_price_effective_date",
            "item_group_id", "product_type", "brand", "gtin", "compare_at_price", "keywords", ALIASES);

    private final GooglePrices prices;
    private final ProductRows rows;

    GoogleAttributes(Website website, ProductRows rows) {
        this.prices = new GooglePrices(website);
        this.rows = rows;
    }

    /** Whether {@code name} would be taken for something else than a word of the shop's own. */
    static boolean isTaken(String name) {
        return MEANT.contains(AttributeName.meant(name)) || IGNORED.contains(name);
    }

    /** Hands row {@code number} with {@code values} by canonical name on. */
    void row(int number, Map<String, List<String>> values) {
        GoogleRow row = new GoogleRow(number, AttributeName.withoutSynonyms(values), rows);
        ObjectNode node = Json.object();
        row.copy("id", node, "productNumber", String::strip);
        row.copy("title", node, "title", Markup::strip);
        row.copy("description", node, "description", Markup::strip);
        row.copy("brand", node, "brand", Markup::strip);
        row.copy("link", node, "url", Markup::link);
        row.copy("image_link", node, "imgUrl", Markup::link);
        row.copy("gtin", node, "ean", String::strip);
        row.copy("item_group_id", node, "itemGroupId", String::strip);
        row.copy("keywords", node, "keywords", Markup::strip);
        row.all(ALIASES).forEach(node.withArrayProperty(ALIASES)::add);
        availability(row, node);
        prices.copy(row, node);
        hierarchies(row, node);
        extra(row, node);
        rows.row(number, node);
    }

    private static void availability(GoogleRow row, ObjectNode node) {
        row.first("availability").ifPresent(text -> node.put("inStock", Availability.parse(text).orElseGet(() -> {
            row.warn("availability '" + ProductText.shown(text) + "' is not known: taken as in stock");
            return true;
        })));
    }

    private static void hierarchies(GoogleRow row, ObjectNode node) {
        ArrayNode paths = node.arrayNode();
        row.all("product_type").stream().map(Markup::strip).map(ProductText::path).filter(path -> !path.isEmpty())
                .limit(MAX_EXTRA).forEach(path -> path.forEach(paths.addArray()::add));
        if (!paths.isEmpty()) {
            node.set("hierarchies", paths);
        }
    }

    private void extra(GoogleRow row, ObjectNode node) {
        ObjectNode single = node.putObject("extraData");
        ObjectNode lists = node.putObject("extraDataList");
        row.all("additional_image_link").stream().flatMap(value -> List.of(value.split(",\\s*(?=https?://)")).stream())
                .map(Markup::link).filter(link -> link.length() <= ProductAttributes.MAX_LINE).limit(10)
                .forEach(link -> lists.withArrayProperty("secondaryImgUrls").add(link));
        row.forEachBut(MEANT, (name, values) -> {
            List<String> texts = values.stream().map(Markup::strip).filter(GoogleAttributes::isUsable).limit(20)
                    .toList();
            if (IGNORED.contains(name) || texts.isEmpty() || name.length() > ProductAttributes.MAX_NUMBER) {
                return;
            }
            if (single.size() < MAX_EXTRA) {
                single.put(name, texts.getFirst());
            }
            if (texts.size() > 1 && lists.size() < MAX_LISTS) {
                texts.forEach(lists.withArrayProperty(name)::add);
            }
        });
    }

    private static boolean isUsable(String text) {
        return !text.isEmpty() && text.length() <= ProductAttributes.MAX_LINE;
    }
}
