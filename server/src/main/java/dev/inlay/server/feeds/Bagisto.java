package dev.inlay.server.feeds;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows of Bagisto's import files, which Google's readers meet as CSV and as attributes of XML, in Google's words. */
final class Bagisto {
    private static final Set<String> TYPES =
            Set.of("simple", "virtual", "downloadable", "configurable", "grouped", "bundle", "booking");

    private Bagisto() {
    }

    /** {@code values} as they are unless they are Bagisto's; empty, with a warning, for a row of unknown type. */
    static Optional<Map<String, List<String>>> translated(int number, Map<String, List<String>> values,
            ProductRows rows) {
        if (!values.containsKey("attribute_family_code") || !values.containsKey("sku")) {
            return Optional.of(values);
        }
        String type = first(values, "type");
        if (!TYPES.contains(type)) {
            rows.warning(number, first(values, "sku"), "type '" + ProductText.shown(type) + "' is not known: left out");
            rows.rowWithoutProduct(number);
            return Optional.empty();
        }
        return Optional.of(translated(values));
    }

    private static Map<String, List<String>> translated(Map<String, List<String>> values) {
        Map<String, List<String>> google = new LinkedHashMap<>(values);
        List<String> images = ProductText.parts(first(values, "images"), ",");
        google.remove("images");
        images.stream().limit(1).forEach(image -> google.put("image_link", List.of(image)));
        google.put("additional_image_link", images.stream().skip(1).toList());
        google.put("product_type", values.getOrDefault("categories", List.of()).stream()
                .flatMap(paths -> Arrays.stream(paths.split(","))).map(path -> path.replace("/", " > ")).toList());
        google.remove("categories");
        String sale = first(values, "special_price_from") + "/" + first(values, "special_price_to");
        if (sale.length() > 1) {
            google.put("sale_price_effective_date", List.of(sale));
        }
        google.put("availability", List.of(inStock(values) ? "in_stock" : "out_of_stock"));
        return google;
    }

    /** Hidden products count as sold out; {@code inventories} such as {@code default=100,north=5} are summed. */
    private static boolean inStock(Map<String, List<String>> values) {
        String inventories = first(values, "inventories");
        boolean isSoldOut = first(values, "manage_stock").equals("1") && !inventories.isEmpty()
                && Arrays.stream(inventories.split(",")).allMatch(stock -> stock.matches("[^=]*=\\s*(0+|-\\d+)\\s*"));
        return !isSoldOut && !first(values, "status").equals("0");
    }

    private static String first(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of("")).getFirst().strip();
    }
}
