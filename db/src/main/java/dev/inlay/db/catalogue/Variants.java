package dev.inlay.db.catalogue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Follows a product to its variants, and from these to theirs. One use only. */
final class Variants {
    /** A page that more products name is no page of a product. */
    private static final int ON_ONE_PAGE = 500;

    private final Catalogue catalogue;
    private final Map<String, Product> found = new TreeMap<>();
    private final Set<String> groups = new HashSet<>();

    Variants(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** By product number; of one without variants itself alone. */
    List<Product> of(Product product) {
        Deque<Product> open = new ArrayDeque<>();
        found.put(product.productNumber(), product);
        open.add(product);
        while (!open.isEmpty()) {
            next(open.remove()).filter(other -> found.putIfAbsent(other.productNumber(), other) == null)
                    .forEach(open::add);
        }
        return List.copyOf(found.values());
    }

    private Stream<Product> next(Product product) {
        Stream<Product> named = Stream.concat(inGroup(product), naming(product));
        return namesOthers(product) ? named : Stream.concat(named, onPage(product));
    }

    private Stream<Product> inGroup(Product product) {
        return hasGroup(product) && groups.add(product.itemGroupId())
                ? catalogue.hits(index -> index.findByGroup(product.itemGroupId())) : Stream.empty();
    }

    private Stream<Product> naming(Product product) {
        String number = product.productNumber();
        return Stream.concat(
                product.variantProductNumbers().stream().flatMap(other -> catalogue.find(other).stream()),
                catalogue.hits(index -> index.findByAlias(number))
                        .filter(other -> other.variantProductNumbers().contains(number)));
    }

    private Stream<Product> onPage(Product product) {
        if (product.url() == null || product.title() == null || product.title().isBlank()) {
            return Stream.empty();
        }
        List<Product> onPage = catalogue.hits(index -> index.findByBareUrl(product.url())).limit(ON_ONE_PAGE + 1)
                .toList();
        return onPage.size() > ON_ONE_PAGE ? Stream.empty()
                : onPage.stream().filter(other -> !namesOthers(other) && product.title().equals(other.title()));
    }

    private static boolean namesOthers(Product product) {
        return hasGroup(product) || !product.variantProductNumbers().isEmpty();
    }

    private static boolean hasGroup(Product product) {
        return product.itemGroupId() != null && !product.itemGroupId().isBlank();
    }
}
