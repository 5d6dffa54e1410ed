package dev.inlay.server.feeds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of attributes in Google's formats: any case, blanks or underscores, and what shops write instead. */
final class AttributeName {
    private static final Map<String, List<String>> SYNONYMS = Map.of(
            "id", List.of("sku", "product_number", "productnumber", "product_id", "productid", "item_id"),
            "title", List.of("name", "product_name"),
            "link", List.of("url", "product_url", "product_link"),
            "image_link", List.of("image_url", "image", "img_url", "imgurl", "picture", "photo"),
            "product_type", List.of("category", "categories"),
            "availability", List.of("in_stock", "instock", "stock_status"),
            "item_group_id", List.of("group_id", "parent_sku"),
            "gtin", List.of("ean", "barcode", "upc"));

    private AttributeName() {
    }

    /** {@code name} in lower case, without prefix, quotes and blanks around it, blanks within as underscores. */
    static String canonical(String name) {
        String plain = ProductText.plain(ProductText.plain(name).replaceAll("^\"|\"$", "")).toLowerCase(Locale.ROOT)
                .replaceFirst("^g:", "");
        return plain.replaceAll("[\\s\\u00A0_-]+", "_");
    }

    /** {@code values} with synonyms in the place of names that have no value. */
    static Map<String, List<String>> withoutSynonyms(Map<String, List<String>> values) {
        Map<String, List<String>> result = new LinkedHashMap<>(values);
        SYNONYMS.forEach((name, synonyms) -> {
            if (!result.containsKey(name)) {
                synonyms.stream().filter(result::containsKey).findFirst()
                        .ifPresent(synonym -> result.put(name, result.remove(synonym)));
            }
        });
        return result;
    }

    /** The name that {@code name} stands for. */
    static String meant(String name) {
        return SYNONYMS.entrySet().stream().filter(entry -> entry.getValue().contains(name)).map(Map.Entry::getKey)
                .findFirst().orElse(name);
    }
}
