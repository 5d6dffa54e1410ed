package dev.inlay.server.recommendation.strategy;

import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.index.RankedProduct;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Scores go down from that of the last of {@code found}; nothing is looked for before it is asked for. */
    static Stream<Candidate> after(List<Candidate> found, List<String> history, Situation situation) {
        double below = found.isEmpty() ? 1 : found.getLast().score();
        return Stream.of(situation).flatMap(asked -> falling(bestsellers(found, history, asked), below));
    }

    private static Stream<Candidate> falling(List<String> products, double below) {
        return IntStream.range(0, products.size())
                .mapToObj(place -> candidate(products.get(place), below / (place + 2)));
    }

    private static Candidate candidate(String product, double score) {
        return new Candidate(product, score, Map.of(BESTSELLERS, score), List.of());
    }

    private static List<String> bestsellers(List<Candidate> found, List<String> history, Situation situation) {
        Set<String> all = new LinkedHashSet<>();
        List<Product> latest = history.stream().limit(LATEST)
                .flatMap(number -> situation.catalogue().find(number).stream()).toList();
        all.addAll(inTurn(ofCategories(latest, situation)));
        all.addAll(inTurn(ofBrands(latest, situation)));
        all.addAll(numbers(situation.index().bestsellers(situation.now())));
        found.forEach(candidate -> all.remove(candidate.productNumber()));
        return List.copyOf(all);
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
    private static List<String> inTurn(List<List<String>> lists) {
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, longest).boxed()
                .flatMap(place -> lists.stream().filter(list -> place < list.size()).map(list -> list.get(place)))
                .toList();
    }
}
