package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The variants of products, the one first that this shopper should rather see: what he touched last, else the cheapest.
 * For one thread: groups are looked up once.
 */
public final class VariantGroups {
    private final Catalogue catalogue;
    private final Comparator<Product> order;
    private final Map<String, List<Product>> known = new HashMap<>();

    /** @param touched products that the shopper touched, the last one first */
    public VariantGroups(Catalogue catalogue, List<String> touched, Instant now) {
        this.catalogue = catalogue;
        Map<String, Integer> places = new HashMap<>();
        touched.forEach(product -> places.putIfAbsent(product, places.size()));
        this.order = Comparator
                .comparingInt((Product product) -> places.getOrDefault(product.productNumber(), Integer.MAX_VALUE))
                .thenComparing(product -> product.priceAt(now).map(price -> price.present()).orElse(BigDecimal.ZERO))
                .thenComparing(Product::productNumber);
    }

    /** What all variants of {@code product}, and nothing else, share. */
    public String nameOf(Product product) {
        return variants(product).getFirst().productNumber();
    }

    /** {@code product} and its variants, the best for this shopper first. */
    public List<Product> bestFirst(Product product) {
        List<Product> variants = variants(product);
        return variants.size() == 1 ? variants : variants.stream().sorted(order).toList();
    }

    private List<Product> variants(Product product) {
        List<Product> variants = known.get(product.productNumber());
        if (variants == null) {
            variants = catalogue.variants(product);
            for (Product variant : variants) {
                known.put(variant.productNumber(), variants);
            }
        }
        return variants;
    }
}
