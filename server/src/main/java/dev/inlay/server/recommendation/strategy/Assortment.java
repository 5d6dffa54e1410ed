package dev.inlay.server.recommendation.strategy;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Price;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.catalogue.ProductOrder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the shop has to offer, whoever asks. A catalogue is put in order once for all questions; a question costs what
 * it looks at.
 */
public final class Assortment {
    private static final ProductOrder LATEST = new ProductOrder(product -> product.created() != null,
            Comparator.comparing(Product::created).reversed().thenComparing(Product::productNumber));
    /** Outside of its sale a product is not reduced; within it always by the same. */
    private static final ProductOrder REDUCED = new ProductOrder(product -> reduction(product) > 0,
            Comparator.comparingDouble(Assortment::reduction).reversed().thenComparing(Product::productNumber));

    private Assortment() {
    }

    /** Those with the latest date first, then those whom somebody touched lately for the first time, then by number. */
    static Stream<Candidate> newIn(Situation situation, List<String> listed) {
        return Listed.inOrder(Successive.of(
                () -> numbers(situation.catalogue().inOrder(LATEST)),
                () -> situation.index().newestFirst().stream(),
                () -> numbers(situation.catalogue().products())).distinct());
    }

    /** All products of {@code catalogue}: by date, then in the order of {@code touched}, then by number. */
    public static List<String> newestFirst(Catalogue catalogue, List<String> touched) {
        return Successive.of(() -> numbers(catalogue.inOrder(LATEST)), touched::stream,
                () -> numbers(catalogue.products())).distinct().toList();
    }

    /** What is reduced now, most first: by the share of the price before. */
    static Stream<Candidate> offers(Situation situation, List<String> listed) {
        return situation.catalogue().inOrder(REDUCED).stream()
                .filter(product -> product.priceAt(situation.now()).flatMap(Price::old).isPresent())
                .map(product -> Candidate.of(product.productNumber(), reduction(product)));
    }

    /** Every product, drawn by the seed. */
    static Stream<Candidate> random(Situation situation, List<String> listed) {
        List<Product> products = situation.catalogue().products();
        Lot lot = new Lot(products.size(), situation.seed());
        return Listed.inOrder(IntStream.range(0, products.size())
                .mapToObj(place -> products.get(lot.draw()).productNumber()));
    }

    private static double reduction(Product product) {
        return product.price() == null || product.oldPrice() == null || product.price().signum() <= 0 ? 0
                : 1 - product.price().doubleValue() / product.oldPrice().doubleValue();
    }

    private static Stream<String> numbers(List<Product> products) {
        return products.stream().map(Product::productNumber);
    }
}
