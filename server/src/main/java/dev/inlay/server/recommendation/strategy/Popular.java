package dev.inlay.server.recommendation.strategy;

import dev.inlay.server.recommendation.index.Attention;
import dev.inlay.server.recommendation.index.RankedProduct;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What all shoppers of the website ask for. */
final class Popular {
    /** How many of the products viewed most are looked at for what is more than usual. */
    private static final int LOOKED_AT = 2_000;

    private Popular() {
    }

    static Stream<Candidate> bestsellers(Situation situation, List<String> listed) {
        return situation.index().bestsellers(situation.now()).stream().map(Candidate::of);
    }

    /** What was bought most of late, whatever is viewed. */
    static Stream<Candidate> mostBought(Situation situation, List<String> listed) {
        return situation.index().mostBought(situation.now()).stream().map(Candidate::of);
    }

    /** What was viewed most of late. */
    static Stream<Candidate> mostViewed(Situation situation, List<String> listed) {
        return situation.index().trending(situation.now()).stream().map(Candidate::of);
    }

    /** Of what is viewed most, what draws more attention than usual: the most remarkable first. */
    static Stream<Candidate> trending(Situation situation, List<String> listed) {
        return situation.index().trending(situation.now()).stream().limit(LOOKED_AT)
                .map(product -> trend(situation, product)).filter(candidate -> candidate.score() > 0)
                .sorted(Comparator.comparingDouble(Candidate::score).reversed()
                        .thenComparing(Candidate::productNumber));
    }

    private static Candidate trend(Situation situation, RankedProduct product) {
        Attention attention = situation.index().attention(product.productNumber(), situation.now());
        return new Candidate(product.productNumber(), attention.excess(), Map.of(
                "attention lately", attention.lately() / attention.noise(),
                "usual attention", -attention.usual() / attention.noise()), List.of());
    }
}
