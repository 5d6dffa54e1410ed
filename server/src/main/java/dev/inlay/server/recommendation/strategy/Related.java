package dev.inlay.server.recommendation.strategy;

import dev.inlay.server.recommendation.history.Shopper;
import dev.inlay.server.recommendation.index.Gap;
import java.util.List;
import java.util.stream.Stream;

/** What others touch or buy along with what the shopper touched or bought, and never that itself. */
final class Related {
    private static final int WIDE = 400;

    private Related() {
    }

    static Stream<Candidate> toHistory(Situation situation, List<String> listed) {
        Past past = Past.of(situation.shopper(), situation.now());
        return situation.relatedTo().isEmpty() ? related(situation, past.products(), past.gap())
                : related(situation, situation.relatedTo(), Gap.VISIT);
    }

    static Stream<Candidate> toLastOrder(Situation situation, List<String> listed) {
        return related(situation, situation.shopper().lastOrder(), Gap.LONGER);
    }

    static Stream<Candidate> boughtTogether(Situation situation, List<String> listed) {
        List<String> products = together(situation);
        return situation.index().boughtWith(products, situation.now(), WIDE).stream().map(Candidate::of);
    }

    private static List<String> together(Situation situation) {
        Shopper shopper = situation.shopper();
        return !situation.relatedTo().isEmpty() ? situation.relatedTo()
                : !shopper.cart().isEmpty() ? shopper.cart()
                : !shopper.purchases().isEmpty() ? shopper.lastOrder() : shopper.products(touch -> true);
    }

    private static Stream<Candidate> related(Situation situation, List<String> products, Gap gap) {
        return situation.index().neighbours(products, gap, situation.parameters(), situation.now(), WIDE).others()
                .stream().map(Candidate::of);
    }
}
