package dev.inlay.server.recommendation.strategy;

import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.index.RankedProduct;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Bestsellers to follow what was found for a shopper: those of the categories of the three products touched last, in
 * turn, then those of their brands, then those of the shop.
 */
final class Fill {
    static final String BESTSELLERS = "bestsellers";

    private static final int LATEST = 3;

    private Fill() {
    }

    /** Scores go down from that of the last of {@code found}. */
    static Stream<Candidate> after(List<Candidate> found, List<String> history, Situation situation) {
        Set<String> told = found.stream().map(Candidate::productNumber).collect(Collectors.toSet());
        double below = found.isEmpty() ? 1 : found.getLast().score();
        PrimitiveIterator.OfInt parts = IntStream.iterate(2, part -> part + 1).iterator();
        return bestsellers(history, situation).filter(told::add)
                .map(product -> candidate(product, below / parts.nextInt()));
    }

    private static Candidate candidate(String product, double score) {
        return new Candidate(product, score, Map.of(BESTSELLERS, score), List.of());
    }

    private static Stream<String> bestsellers(List<String> history, Situation situation) {
        List<Product> latest = history.stream().limit(LATEST)
                .flatMap(number -> situation.catalogue().find(number).stream()).toList();
        return Successive.of(() -> inTurn(ofCategories(latest, situation)), () -> inTurn(ofBrands(latest, situation)),
                () -> situation.index().bestsellers(situation.now()).stream().map(RankedProduct::productNumber));
    }

    private static List<List<String>> ofCategories(List<Product> latest, Situation situation) {
        return latest.stream().flatMap(product -> product.hierarchies().stream().limit(1)).distinct()
                .map(path -> numbers(situation.index().bestsellersOfCategory(path, situation.now()))).toList();
    }

    private static List<List<String>> ofBrands(List<Product> latest, Situation situation) {
        return latest.stream().flatMap(product -> Stream.ofNullable(product.brand())).distinct()
                .map(brand -> numbers(situation.index().bestsellersOfBrand(brand, situation.now()))).toList();
    }

    private static List<String> numbers(List<RankedProduct> products) {
        return products.stream().map(RankedProduct::productNumber).toList();
    }

    /** The first of each list, the second of each and so on. */
    private static Stream<String> inTurn(List<List<String>> lists) {
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, longest).boxed()
                .flatMap(place -> lists.stream().filter(list -> place < list.size()).map(list -> list.get(place)));
    }
}
