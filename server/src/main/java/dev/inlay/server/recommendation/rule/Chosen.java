package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Product;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is picked already, as far as rules ask for it. For one thread. */
public final class Chosen {
    private final VariantGroups groups;
    private final Set<String> products = new HashSet<>();
    private final Map<String, String> byGroup = new HashMap<>();
    private final Map<String, Integer> categories = new HashMap<>();
    private final Map<String, Integer> brands = new HashMap<>();

    public Chosen(VariantGroups groups) {
        this.groups = groups;
    }

    public void add(Product product) {
        addGone(product.productNumber());
        byGroup.putIfAbsent(groups.nameOf(product), product.productNumber());
        Kind kind = Kind.of(product);
        kind.category().ifPresent(category -> categories.merge(category, 1, Integer::sum));
        kind.brand().ifPresent(brand -> brands.merge(brand, 1, Integer::sum));
    }

    /** A pick that left the catalogue since: nothing but its number is known. */
    public void addGone(String productNumber) {
        products.add(productNumber);
    }

    public boolean holds(String productNumber) {
        return products.contains(productNumber);
    }

    /** The pick that {@code product} is a variant of. */
    public Optional<String> variantOf(Product product) {
        return byGroup.isEmpty() ? Optional.empty() : Optional.ofNullable(byGroup.get(groups.nameOf(product)));
    }

    int ofCategory(String category) {
        return categories.getOrDefault(category, 0);
    }

    int ofBrand(String brand) {
        return brands.getOrDefault(brand, 0);
    }
}
