package dev.inlay.server.recommendation.strategy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Products in an order that somebody gave; earlier ones score higher. */
public final class Listed {
    private Listed() {
    }

    /** {@code products} in their order. */
    public static Stream<Candidate> inOrder(List<String> products) {
        return inOrder(products.stream());
    }

    static Stream<Candidate> inOrder(Stream<String> products) {
        AtomicInteger place = new AtomicInteger();
        return products.map(product -> Candidate.of(product, 1.0 / place.incrementAndGet()));
    }

    /** What the step lists or, if it lists nothing, what the campaign's filter lists. */
    static Stream<Candidate> inOrder(Situation situation, List<String> listed) {
        return inOrder(listed.isEmpty() ? situation.listed() : listed);
    }
}
