package dev.inlay.server.recommendation.strategy;

import java.util.List;
import java.util.stream.Stream;

/** What all shoppers of the website ask for. */
final class Popular {
    private Popular() {
    }

    static Stream<Candidate> bestsellers(Situation situation, List<String> listed) {
        return situation.index().bestsellers(situation.now()).stream().map(Candidate::of);
    }

    static Stream<Candidate> trending(Situation situation, List<String> listed) {
        return situation.index().trending(situation.now()).stream().map(Candidate::of);
    }
}
