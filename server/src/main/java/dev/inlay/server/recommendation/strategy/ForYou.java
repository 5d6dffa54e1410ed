package dev.inlay.server.recommendation.strategy;

import dev.inlay.db.activity.EventType;
import dev.inlay.server.recommendation.history.Shopper;
import dev.inlay.server.recommendation.index.RankedProduct;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The blend that measured best: what the shopper touched last, and what sessions like his lead to, half and half.
 *
 * <p>A touched product counts 1, one put into the cart 3, and half as much two touches earlier; a neighbour counts 1 by
 * the square root of its rank. Bestsellers follow where the campaign fills.
 */
final class ForYou {
    private static final double OWN = 0.5;
    private static final double CART = 3;
    private static final int NEIGHBOURS = 100;
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score).reversed()
            .thenComparing(Candidate::productNumber);

    private ForYou() {
    }

    static Stream<Candidate> candidates(Situation situation, List<String> listed) {
        Map<String, Double> own = own(situation);
        Map<String, Double> neighbours = new HashMap<>();
        Map<String, List<String>> becauseOf = new HashMap<>();
        List<String> history = situation.shopper().products(touch -> true);
        if (!history.isEmpty()) {
            for (RankedProduct near : situation.index().neighbours(history, situation.now(), NEIGHBOURS)) {
                neighbours.put(near.productNumber(), (1 - OWN) / Math.sqrt(neighbours.size() + 1.0));
                becauseOf.put(near.productNumber(), near.becauseOf());
            }
        }
        own.keySet().forEach(product -> becauseOf.put(product, List.of(product)));
        Set<String> products = new HashSet<>(own.keySet());
        products.addAll(neighbours.keySet());
        return products.stream().map(product -> blend(product, own, neighbours, becauseOf.get(product)))
                .sorted(BEST_FIRST);
    }

    private static Candidate blend(String product, Map<String, Double> own, Map<String, Double> neighbours,
            List<String> becauseOf) {
        Map<String, Double> parts = new HashMap<>();
        if (own.containsKey(product)) {
            parts.put("history", own.get(product));
        }
        if (neighbours.containsKey(product)) {
            parts.put("neighbours", neighbours.get(product));
        }
        double score = own.getOrDefault(product, 0.0) + neighbours.getOrDefault(product, 0.0);
        return new Candidate(product, score, parts, becauseOf);
    }

    private static Map<String, Double> own(Situation situation) {
        Map<String, Double> own = new HashMap<>();
        int place = 0;
        for (Shopper.Touch touch : situation.shopper().touches()) {
            double weight = touch.type() == EventType.CART ? CART : 1;
            if (touch.time().isAfter(situation.remindedSince())) {
                own.merge(touch.product(), weight * Math.pow(0.5, place / 2.0), Double::sum);
            }
            place++;
        }
        double most = own.isEmpty() ? 1 : Collections.max(own.values());
        own.replaceAll((product, weight) -> OWN * weight / most);
        return own;
    }
}
