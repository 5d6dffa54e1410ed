package dev.inlay.server.recommendation.strategy;

import dev.inlay.server.recommendation.history.Shopper;
import java.util.List;
import java.util.stream.Stream;

/** What others touch or buy along with what the shopper touched or bought. */
final class Related {
    private static final int WIDE = 400;

    private Related() {
    }

    static Stream<Candidate> toHistory(Situation situation, List<String> listed) {
        return related(situation, situation.relatedTo().isEmpty()
                ? situation.shopper().products(touch -> true) : situation.relatedTo());
    }

    static Stream<Candidate> toLastOrder(Situation situation, List<String> listed) {
        return related(situation, situation.shopper().lastOrder());
    }

    static Stream<Candidate> boughtTogether(Situation situation, List<String> listed) {
        List<String> products = together(situation);
        return unseen(products, products.isEmpty() ? Stream.empty()
                : situation.index().boughtWith(products, situation.now(), WIDE).stream().map(Candidate::of));
    }

    private static List<String> together(Situation situation) {
        Shopper shopper = situation.shopper();
        return !situation.relatedTo().isEmpty() ? situation.relatedTo()
                : !shopper.cart().isEmpty() ? shopper.cart()
                : !shopper.purchases().isEmpty() ? shopper.lastOrder() : shopper.products(touch -> true);
    }

    private static Stream<Candidate> related(Situation situation, List<String> products) {
        return unseen(products, products.isEmpty() ? Stream.empty()
                : situation.index().neighbours(products, situation.now(), WIDE).stream().map(Candidate::of));
    }

    private static Stream<Candidate> unseen(List<String> seen, Stream<Candidate> candidates) {
        return candidates.filter(candidate -> !seen.contains(candidate.productNumber()));
    }
}
