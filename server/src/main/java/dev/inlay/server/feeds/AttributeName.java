package dev.inlay.server.feeds;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names of attributes in Google's formats: any case, blanks or underscores, and what shops write instead. */
final class AttributeName {
    private static final Map<String, String> MEANT = meant(Map.of(
            "id", List.of("sku", "product_number", "productnumber", "product_id", "productid", "item_id"),
            "title", List.of("name", "product_name"),
            "link", List.of("url", "product_url", "product_link"),
            "image_link", List.of("image_url", "image", "img_url", "imgurl", "picture", "photo"),
            "product_type", List.of("category", "categories"),
            "availability", List.of("in_stock", "instock", "stock_status"),
            "item_group_id", List.of("group_id", "parent_sku"),
            "description", List.of("summary", "content"),
            "sale_price", List.of("special_price"),
            "gtin", List.of("ean", "barcode", "upc")));
    private static final Pattern QUOTES = Pattern.compile("^\"|\"$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0_-]+");

    private AttributeName() {
    }

    /** {@code name} in lower case, without prefix, quotes and blanks around it, blanks within as underscores. */
    static String canonical(String name) {
        String bare = QUOTES.matcher(ProductText.plain(name)).replaceAll("").strip().toLowerCase(Locale.ROOT);
        return BLANKS.matcher(bare.startsWith("g:") ? bare.substring(2) : bare).replaceAll("_");
    }

    /** {@code values} with synonyms in the place of names that have no value. */
    static Map<String, List<String>> withoutSynonyms(Map<String, List<String>> values) {
        Map<String, List<String>> result = new LinkedHashMap<>();
        values.forEach((name, texts) -> {
            String meant = meant(name);
            result.putIfAbsent(values.containsKey(meant) || result.containsKey(meant) ? name : meant, texts);
        });
        return result;
    }

    /** The name that {@code name} stands for. */
    static String meant(String name) {
        return MEANT.getOrDefault(name, name);
    }

    private static Map<String, String> meant(Map<String, List<String>> synonyms) {
        Map<String, String> meant = new HashMap<>();
        synonyms.forEach((name, others) -> others.forEach(other -> meant.put(other, name)));
        return Map.copyOf(meant);
    }
}
