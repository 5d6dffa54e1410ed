package dev.inlay.server.recommendation.strategy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Products in an order that somebody gave; earlier ones score higher. */
public final class Listed {
    private Listed() {
    }

    /** {@code products} in their order. */
    public static Stream<Candidate> inOrder(List<String> products) {
        return IntStream.range(0, products.size()).mapToObj(i -> Candidate.of(products.get(i), 1.0 / (i + 1)));
    }

    /** What the step lists or, if it lists nothing, what the campaign's filter lists. */
    static Stream<Candidate> inOrder(Situation situation, List<String> listed) {
        return inOrder(listed.isEmpty() ? situation.listed() : listed);
    }
}
