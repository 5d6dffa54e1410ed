package dev.inlay.db.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Products by everything that may name them. */
final class ProductIndex {
    private static final Pattern AROUND_PAGE =
            Pattern.compile("^(?i:https?:)?//(?i:www\\.)?|^(?i:www\\.)|/*([?#].*)?$", Pattern.DOTALL);

    static final ProductIndex EMPTY = new ProductIndex(List.of());

    private final Map<String, Product> byNumber = new HashMap<>();
    private final Map<String, List<Product>> byUrl = new HashMap<>();
    private final Map<String, List<Product>> byBareUrl = new HashMap<>();
    private final Map<String, List<Product>> byAlias = new HashMap<>();
    private final Map<String, List<Product>> byGroup = new HashMap<>();
    private final Map<ProductOrder, List<Product>> orders = new ConcurrentHashMap<>();

    ProductIndex(Collection<Product> products) {
        products.forEach(product -> byNumber.put(product.productNumber(), product));
        for (Product product : byNumber.values()) {
            if (product.url() != null) {
                add(byUrl, product.url(), product);
                add(byBareUrl, bareUrl(product.url()), product);
            }
            aliases(product).forEach(alias -> add(byAlias, alias, product));
            if (product.itemGroupId() != null && !product.itemGroupId().isBlank()) {
                add(byGroup, product.itemGroupId(), product);
            }
        }
    }

    Product find(String productNumber) {
        return byNumber.get(productNumber);
    }

    Collection<Product> products() {
        return byNumber.values();
    }

    List<Product> inOrder(ProductOrder order) {
        return orders.computeIfAbsent(order, wanted ->
                byNumber.values().stream().filter(wanted.takes()).sorted(wanted.comparator()).toList());
    }

    List<Product> findByUrl(String url) {
        return byUrl.getOrDefault(url, List.of());
    }

    List<Product> findByBareUrl(String url) {
        return byBareUrl.getOrDefault(bareUrl(url), List.of());
    }

    List<Product> findByAlias(String alias) {
        return byAlias.getOrDefault(alias, List.of());
    }

    List<Product> findByGroup(String itemGroupId) {
        return byGroup.getOrDefault(itemGroupId, List.of());
    }

    /** {@code url} without scheme, {@code www.}, query, fragment and trailing slash; the host in lower case. */
    static String bareUrl(String url) {
        String bare = AROUND_PAGE.matcher(url).replaceAll("");
        int path = bare.indexOf('/');
        return path < 0
                ? bare.toLowerCase(Locale.ROOT)
                : bare.substring(0, path).toLowerCase(Locale.ROOT) + bare.substring(path);
    }

    private static Set<String> aliases(Product product) {
        Set<String> aliases = new LinkedHashSet<>(product.variantProductNumbers());
        aliases.add(product.ean());
        aliases.add(product.extraData().get("mpn"));
        aliases.add(product.extraData().get("id"));
        aliases.removeIf(alias -> alias == null || alias.isBlank());
        return aliases;
    }

    private static void add(Map<String, List<Product>> index, String key, Product product) {
        index.computeIfAbsent(key, first -> new ArrayList<>(1)).add(product);
    }
}
