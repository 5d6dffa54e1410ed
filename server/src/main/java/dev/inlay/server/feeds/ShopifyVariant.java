package dev.inlay.server.feeds;

import dev.inlay.db.website.Website;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts a variant of Shopify's export into Google's words. The page follows from the website and the handle. */
final class ShopifyVariant {
    private static final Pattern METAFIELD = Pattern.compile("\\(product\\.metafields\\.([^)]+)\\)$");
    private static final String GOOGLE = "google_shopping_/_";
    private static final int OPTIONS = 3;

    private final String shop;
    private final GoogleAttributes attributes;

    ShopifyVariant(Website website, GoogleAttributes attributes) {
        this.shop = website.url().toString().replaceFirst("/+$", "");
        this.attributes = attributes;
    }

    void write(ShopifyProduct product, DelimitedRow row) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("id", List.of(number(product, row)));
        values.put("item_group_id", List.of(product.handle()));
        values.put("link", List.of(shop + "/products/"
                + URLEncoder.encode(product.handle(), StandardCharsets.UTF_8).replace("+", "%20")));
        copy(product.shared("title"), "title", values);
        copy(product.shared("body_(html)"), "description", values);
        copy(product.shared("vendor"), "brand", values);
        copy(product.shared("tags"), "keywords", values);
        copy(guarded(row, "variant_barcode"), "gtin", values);
        copy(row.first("variant_price"), "price", values);
        copy(row.first("variant_compare_at_price"), "compare_at_price", values);
        values.put("product_type", categories(product));
        photos(product, row, values);
        availability(product, row, values);
        extra(product, row, values);
        attributes.row(row.number(), values);
    }

    /** The SKU; where the shop gives none, the handle with the options that tell its variants apart. */
    private static String number(ShopifyProduct product, DelimitedRow row) {
        return guarded(row, "variant_sku").orElseGet(() -> product.hasSeveralVariants()
                ? String.join("-", Stream.concat(Stream.of(product.handle()), options(product, row)).toList())
                : product.handle());
    }

    private static Stream<String> options(ShopifyProduct product, DelimitedRow row) {
        return IntStream.rangeClosed(1, OPTIONS).filter(i -> !isDefault(product, i))
                .mapToObj(i -> row.first("option" + i + "_value")).flatMap(Optional::stream);
    }

    /** Shopify's only option of a product without options. */
    private static boolean isDefault(ShopifyProduct product, int option) {
        return product.shared("option" + option + "_name").filter("Title"::equals).isPresent();
    }

    /** Spreadsheets are told by a leading apostrophe that a cell is text. */
    private static Optional<String> guarded(DelimitedRow row, String column) {
        return row.first(column).map(text -> text.startsWith("'") ? text.substring(1).strip() : text)
                .filter(text -> !text.isEmpty());
    }

    /** The standard category, and the shop's own type unless the category ends in it. */
    private static List<String> categories(ShopifyProduct product) {
        Optional<String> category = product.shared("product_category");
        Optional<String> type = product.shared("type").filter(name -> category.map(ProductText::path)
                .filter(path -> !path.isEmpty() && path.getLast().equals(name)).isEmpty());
        return Stream.of(category, type).flatMap(Optional::stream).toList();
    }

    private static void photos(ShopifyProduct product, DelimitedRow row, Map<String, List<String>> values) {
        List<String> photos = product.photos();
        Optional<String> main = row.first("variant_image").or(() -> photos.stream().findFirst());
        copy(main, "image_link", values);
        values.put("additional_image_link", photos.stream().filter(link -> !main.get().equals(link)).toList());
    }

    private static void availability(ShopifyProduct product, DelimitedRow row, Map<String, List<String>> values) {
        boolean isSoldOut = row.first("variant_inventory_qty").filter(text -> text.matches("0+|-\\d+")).isPresent()
                && row.first("variant_inventory_policy").orElse("deny").equalsIgnoreCase("deny");
        Optional<String> status = product.shared("status").filter(text -> !text.equalsIgnoreCase("active"));
        Optional<String> published = product.shared("published").filter(text -> !text.equalsIgnoreCase("true"));
        boolean isHidden = status.isPresent() || published.isPresent();
        values.put("availability", List.of(isSoldOut || isHidden ? "out_of_stock" : "in_stock"));
        copy(status, "status", values);
        copy(published, "published", values);
    }

    /** Options, what is meant for Google, and metafields, whose names in brackets are the same in every language. */
    private static void extra(ShopifyProduct product, DelimitedRow row, Map<String, List<String>> values) {
        IntStream.rangeClosed(1, OPTIONS).filter(i -> !isDefault(product, i)).forEach(i ->
                product.shared("option" + i + "_name").ifPresent(name ->
                        add(name, row.first("option" + i + "_value"), values)));
        product.shared().forEach((column, cells) -> {
            Matcher metafield = METAFIELD.matcher(column);
            if (column.startsWith(GOOGLE)) {
                add(column.substring(GOOGLE.length()), product.shared(column), values);
            } else if (metafield.find()) {
                add(metafield.group(1), product.shared(column), values);
            }
        });
    }

    private static void add(String name, Optional<String> value, Map<String, List<String>> values) {
        String canonical = AttributeName.canonical(name);
        if (!values.containsKey(canonical) && !GoogleAttributes.isTaken(canonical)) {
            copy(value, canonical, values);
        }
    }

    private static void copy(Optional<String> value, String name, Map<String, List<String>> values) {
        value.ifPresent(text -> values.put(name, List.of(text)));
    }
}
