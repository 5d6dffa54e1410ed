package dev.inlay.server.recommendation.strategy;

import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.index.Gap;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What may be taken in place of the products that a page is about: what others look at along with them, of the same
 * category first; then what is popular in their category, of the same brand first, so that a product that nobody has
 * seen yet has alternatives, too.
 */
final class Alternatives {
    private final Situation situation;
    private final List<String> products;
    private final Set<List<String>> categories = new HashSet<>();
    private final Set<String> brands = new HashSet<>();

    private Alternatives(Situation situation, List<String> products) {
        this.situation = situation;
        this.products = products;
        for (String number : products) {
            situation.catalogue().find(number).ifPresent(product -> {
                categories.addAll(product.hierarchies());
                Stream.ofNullable(product.brand()).forEach(brands::add);
            });
        }
    }

    /** Of the products asked about or, without any, of the one that the shopper touched last. */
    static Stream<Candidate> candidates(Situation situation, List<String> listed) {
        List<String> touched = situation.shopper().products(touch -> true);
        return new Alternatives(situation, !situation.relatedTo().isEmpty() ? situation.relatedTo()
                : touched.subList(0, Math.min(1, touched.size()))).inOrder();
    }

    private Stream<Candidate> inOrder() {
        Predicate<Product> sameBrand = product -> brands.contains(product.brand());
        List<Candidate> near = Related.visitedWith(situation, products, Gap.VISIT).toList();
        Set<String> given = new HashSet<>(products);
        return Successive.<Candidate>of(
                () -> of(near, this::isOfCategory),
                near::stream,
                () -> of(popular(), product -> isOfCategory(product) && sameBrand.test(product)),
                () -> of(popular(), this::isOfCategory))
                .filter(candidate -> given.add(candidate.productNumber()));
    }

    private List<Candidate> popular() {
        return situation.index().bestsellers(situation.now()).stream().map(Candidate::of).toList();
    }

    private Stream<Candidate> of(Collection<Candidate> candidates, Predicate<Product> wanted) {
        return candidates.stream().filter(candidate ->
                situation.catalogue().find(candidate.productNumber()).filter(wanted).isPresent());
    }

    private boolean isOfCategory(Product product) {
        return product.hierarchies().stream().anyMatch(categories::contains);
    }
}
