package dev.inlay.server.recommendation;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.rule.Filters;
import dev.inlay.server.recommendation.rule.InStock;
import dev.inlay.server.recommendation.rule.Kind;
import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.rule.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a catalogue is in stock, has a price and passes a filter; photos come and go too fast to be told here. Prices
 * hold until a sale starts or ends: it is good for the time between two such moments.
 */
final class Stock {
    /** So many products are worth a catalogue of their own. */
    private static final int NARROW = 50_000;
    /** What a product of a catalogue takes in memory beside one of a list. */
    private static final int IN_CATALOGUE = 20;
    private static final Comparator<Product> NEWEST_FIRST = Comparator
            .comparing(Product::created, Comparator.nullsFirst(Comparator.<Instant>naturalOrder())).reversed()
            .thenComparing(Product::productNumber);

    private final List<Product> products;
    private final Instant from;
    private final Instant until;
    private volatile Optional<Catalogue> narrow = Optional.empty();
    private volatile Map<Kind, List<Product>> kinds = Map.of();

    private Stock(List<Product> products, Instant from, Instant until) {
        this.products = products;
        this.from = from;
        this.until = until;
    }

    static Stock of(Catalogue catalogue, ProductFilter filter, Instant now) {
        List<Rule> rules = new ArrayList<>(Filters.of(filter, now));
        rules.add(new InStock());
        List<Product> products = catalogue.products().stream()
                .filter(product -> Rule.firstBroken(rules, product).isEmpty() && product.priceAt(now).isPresent())
                .sorted(NEWEST_FIRST).toList();
        return new Stock(products,
                changes(catalogue).filter(time -> !time.isAfter(now)).max(Instant::compareTo).orElse(Instant.MIN),
                changes(catalogue).filter(time -> time.isAfter(now)).min(Instant::compareTo).orElse(Instant.MAX));
    }

    /** When prices change by themselves. */
    private static Stream<Instant> changes(Catalogue catalogue) {
        return catalogue.products().stream()
                .flatMap(product -> Stream.of(Optional.ofNullable(product.saleStart()),
                        Optional.ofNullable(product.saleEnd())))
                .flatMap(Optional::stream);
    }

    boolean isGoodAt(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    /** How much memory it may take, in references to a product. */
    int weight() {
        return 1 + products.size() * (isNarrow() ? IN_CATALOGUE : 1);
    }

    private boolean isNarrow() {
        return products.size() <= NARROW;
    }

    /** The products as a catalogue of their own, without photos, if they are at most {@value #NARROW}. */
    Optional<Catalogue> narrow() {
        if (narrow.isEmpty() && isNarrow()) {
            narrow = Optional.of(Catalogue.of(products, Map.of()));
        }
        return narrow;
    }

    /** All products, the latest first. */
    Stream<Product> newestFirst() {
        return products.stream();
    }

    /** The latest first, without those of kinds that are not {@code open} when their turn comes. */
    Stream<Product> newestFirst(Predicate<Product> open) {
        if (kinds.isEmpty()) {
            kinds = Map.copyOf(products.stream().collect(Collectors.groupingBy(Kind::of)));
        }
        return KindsInTurn.stream(kinds.values(), NEWEST_FIRST, open);
    }
}
