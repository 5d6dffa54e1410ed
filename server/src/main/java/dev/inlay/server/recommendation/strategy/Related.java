package dev.inlay.server.recommendation.strategy;

import dev.inlay.server.recommendation.history.Shopper;
import dev.inlay.server.recommendation.index.Gap;
import dev.inlay.server.recommendation.index.RankedProduct;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What others touch or buy along with what the shopper touched or bought: products that he has not seen himself. */
final class Related {
    private static final int WIDE = 400;

    private Related() {
    }

    static Stream<Candidate> toHistory(Situation situation, List<String> listed) {
        Past past = Past.of(situation.shopper(), situation.now());
        Set<String> inCart = situation.relatedTo().isEmpty() ? Set.copyOf(situation.shopper().cart()) : Set.of();
        Stream<Candidate> related = situation.relatedTo().isEmpty()
                ? visitedWith(situation, past.products(), past.gap())
                : visitedWith(situation, situation.relatedTo(), Gap.VISIT);
        return related.filter(candidate -> !inCart.contains(candidate.productNumber()));
    }

    static Stream<Candidate> toLastOrder(Situation situation, List<String> listed) {
        return visitedWith(situation, situation.shopper().lastOrder(), Gap.LONGER);
    }

    /** What others bought along; where that is not enough, what they looked at along. */
    static Stream<Candidate> boughtTogether(Situation situation, List<String> listed) {
        List<String> products = together(situation);
        if (products.isEmpty()) {
            return Stream.empty();
        }
        List<Candidate> bought = situation.index().boughtWith(products, situation.now(), WIDE).stream()
                .filter(product -> !products.contains(product.productNumber()))
                .map(product -> part("baskets", product, 1)).toList();
        double least = bought.isEmpty() ? 1 : bought.getLast().score();
        List<String> known = new ArrayList<>(products);
        bought.forEach(candidate -> known.add(candidate.productNumber()));
        return Successive.of(bought::stream, () -> visitsBelow(situation, products, least)
                .filter(candidate -> !known.contains(candidate.productNumber())));
    }

    private static List<String> together(Situation situation) {
        Shopper shopper = situation.shopper();
        return !situation.relatedTo().isEmpty() ? situation.relatedTo()
                : !shopper.cart().isEmpty() ? shopper.cart()
                : !shopper.purchases().isEmpty() ? shopper.lastOrder() : shopper.products(touch -> true);
    }

    /** Neighbours, scored so that all of them stay below {@code least}. */
    private static Stream<Candidate> visitsBelow(Situation situation, List<String> products, double least) {
        List<RankedProduct> near = near(situation, products, Gap.VISIT);
        double most = near.isEmpty() ? 1 : near.getFirst().score();
        return near.stream().map(product -> part("visits", product, least / (2 * most)));
    }

    private static Candidate part(String name, RankedProduct product, double scale) {
        double score = product.score() * scale;
        return new Candidate(product.productNumber(), score, Map.of(name, score), product.becauseOf());
    }

    static Stream<Candidate> visitedWith(Situation situation, List<String> products, Gap gap) {
        return near(situation, products, gap).stream().map(Candidate::of);
    }

    private static List<RankedProduct> near(Situation situation, List<String> products, Gap gap) {
        return situation.index().neighbours(products, gap, situation.parameters(), situation.now(), WIDE).others();
    }
}
