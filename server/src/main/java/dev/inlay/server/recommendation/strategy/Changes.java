package dev.inlay.server.recommendation.strategy;

import java.util.List;
import java.util.stream.Stream;

/** What changed in the shop since the shopper was there; finds nothing as long as no log of changes is kept. */
final class Changes {
    private Changes() {
    }

    static Stream<Candidate> priceDrop(Situation situation, List<String> listed) {
        return Stream.empty();
    }

    static Stream<Candidate> backInStock(Situation situation, List<String> listed) {
        return Stream.empty();
    }
}
