package dev.inlay.server.recommendation.strategy;

import dev.inlay.server.recommendation.index.Chances;
import dev.inlay.server.recommendation.index.Neighbourhood;
import dev.inlay.server.recommendation.index.RankedProduct;
import dev.inlay.server.recommendation.index.ScoreOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What this shopper most likely touches next. Scores are chances in round terms: those of the own history and of
 * neighbours together are at most 1, so that 0.12 may be told as 12 %.
 *
 * <p>Each event of a shop teaches how its shoppers go on ({@link Chances}), by how long they were away: how often they
 * return to the product touched last, to the one before and so on, how much more often to one in the cart or touched
 * again and again, and how often they go on to a product that is new to them but known to the sessions of the one
 * touched last. So a shop to which people come back for the same product shows it first, and one where they always go
 * on does not, without anybody setting anything.
 *
 * <p>The first of these chances is dealt out to the products of the history ({@link Returns}), the second to those that
 * sessions like this one lead to ({@link Neighbourhood}: VMIS-kNN weighted as STAN does), each by its share of all they
 * lead to. Where a shop has too few sessions for that, the sessions of the products found serve as well. Bestsellers
 * follow, first of the kinds of what was touched last ({@link Fill}). Somebody without history is left to the campaign.
 */
final class ForYou {
    static final String HISTORY = "history";
    static final String NEIGHBOURS = "neighbours";

    /** More are not found, since bestsellers follow. */
    private static final int WIDE = 400;
    /** The products touched last of which one at least must lead on to others. */
    private static final int LATEST = 4;
    /** What an older one of them leads to counts less. */
    private static final double OLDER = 0.7;
    private static final Comparator<Candidate> BEST_FIRST = Comparator
            .<Candidate>comparingLong(candidate -> ScoreOrder.key(candidate.score())).reversed()
            .thenComparing(Candidate::productNumber);

    private ForYou() {
    }

    static Stream<Candidate> candidates(Situation situation, List<String> listed) {
        Past past = Past.of(situation.shopper(), situation.now());
        return past.isEmpty() ? Stream.empty() : candidates(situation, past);
    }

    private static Stream<Candidate> candidates(Situation situation, Past past) {
        Neighbourhood near = situation.index().neighbours(past.products(), past.gap(), situation.parameters(),
                situation.now(), WIDE);
        Returns returns = new Returns(past, near, situation);
        List<Candidate> found = new ArrayList<>(returns.candidates());
        double others = Math.min(1 - returns.mass(), ofOthers(situation, past));
        near.others().forEach(product -> found.add(neighbour(product, others)));
        found.sort(BEST_FIRST);
        return Successive.of(found::stream, () -> Fill.after(found, past.products(), situation));
    }

    /** How likely it is something new that neighbours know. */
    private static double ofOthers(Situation situation, Past past) {
        Chances chances = situation.index().chances();
        double most = 0;
        double weight = 1;
        for (Past.Known known : past.known().subList(0, Math.min(LATEST, past.known().size()))) {
            int sessions = situation.index().sessionsOf(known.product());
            most = Math.max(most, weight * chances.ofOther(past.gap(), sessions));
            weight *= OLDER;
        }
        return most;
    }

    private static Candidate neighbour(RankedProduct product, double mass) {
        double score = mass * product.score();
        return new Candidate(product.productNumber(), score, Map.of(NEIGHBOURS, score), product.becauseOf());
    }
}
