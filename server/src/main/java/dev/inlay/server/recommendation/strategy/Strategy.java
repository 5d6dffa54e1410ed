package dev.inlay.server.recommendation.strategy;

import java.util.List;
import java.util.stream.Stream;

/** One way to find products: a pure function of the situation. */
@FunctionalInterface
public interface Strategy {
    /**
     * Candidates, best first and before any rule; found while they are read, so that a large catalogue costs no more
     * than is looked at.
     *
     * @param listed the products that the step's own filter names
     */
    Stream<Candidate> candidates(Situation situation, List<String> listed);
}
