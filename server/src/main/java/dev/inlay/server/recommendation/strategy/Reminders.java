package dev.inlay.server.recommendation.strategy;

import dev.inlay.db.activity.EventType;
import dev.inlay.server.recommendation.history.Shopper;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the shopper knows already. */
final class Reminders {
    private Reminders() {
    }

    static Stream<Candidate> lastViewed(Situation situation, List<String> listed) {
        return Listed.inOrder(situation.shopper().products(
                touch -> touch.type() == EventType.VIEW && touch.time().isAfter(situation.remindedSince())));
    }

    static Stream<Candidate> abandonedCart(Situation situation, List<String> listed) {
        return Listed.inOrder(situation.shopper().cart());
    }

    /** What was bought most often, of equal ones the latest first. */
    static Stream<Candidate> buyAgain(Situation situation, List<String> listed) {
        List<String> bought = situation.shopper().purchases().stream().map(Shopper.Touch::product).toList();
        return bought.stream().distinct()
                .map(product -> Candidate.because(product, Collections.frequency(bought, product), List.of(product)))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed());
    }
}
