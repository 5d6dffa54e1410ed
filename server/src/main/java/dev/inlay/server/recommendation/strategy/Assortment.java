package dev.inlay.server.recommendation.strategy;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Price;
import dev.inlay.db.catalogue.Product;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What the shop has to offer, whoever asks. */
public final class Assortment {
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score).reversed()
            .thenComparing(Candidate::productNumber);

    private Assortment() {
    }

    /** Those with the latest date first, then those whom somebody touched lately for the first time, then by number. */
    static Stream<Candidate> newIn(Situation situation, List<String> listed) {
        return Listed.inOrder(newestFirst(situation.catalogue(), situation.index().newestFirst()));
    }

    /** All products of {@code catalogue}: by date, then in the order of {@code touched}, then by number. */
    public static List<String> newestFirst(Catalogue catalogue, List<String> touched) {
        List<String> products = new ArrayList<>(catalogue.products().stream()
                .filter(product -> product.created() != null)
                .sorted(Comparator.comparing(Product::created).reversed().thenComparing(Product::productNumber))
                .map(Product::productNumber).toList());
        products.addAll(touched);
        catalogue.products().forEach(product -> products.add(product.productNumber()));
        return products.stream().distinct().toList();
    }

    /** What is reduced most first. */
    static Stream<Candidate> offers(Situation situation, List<String> listed) {
        return situation.catalogue().products().stream()
                .map(product -> Candidate.of(product.productNumber(),
                        product.priceAt(situation.now()).map(Price::discountPercent).orElse(0)))
                .filter(candidate -> candidate.score() > 0)
                .sorted(BEST_FIRST);
    }

    static Stream<Candidate> random(Situation situation, List<String> listed) {
        List<Product> products = new ArrayList<>(situation.catalogue().products());
        Collections.shuffle(products, new Random(situation.seed()));
        return Listed.inOrder(products.stream().map(Product::productNumber).toList());
    }
}
