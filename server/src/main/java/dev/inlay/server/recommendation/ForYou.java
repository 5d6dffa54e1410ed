package dev.inlay.server.recommendation;

import dev.inlay.db.activity.EventType;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    private static final int WIDE = 400;

    private final Shopper shopper;
    private final SessionIndex index;
    private final Instant now;
    private List<Candidate> neighbours;

    ForYou(Shopper shopper, SessionIndex index, Instant now) {
        this.shopper = shopper;
        this.index = index;
        this.now = now;
    }

    List<Candidate> candidates() {
        Map<String, Double> scores = new HashMap<>();
        Map<String, Double> own = own();
        double most = own.isEmpty() ? 1 : Collections.max(own.values());
        own.forEach((product, score) -> scores.put(product, OWN * score / most));
        Map<String, List<String>> becauseOf = new HashMap<>();
        int rank = 1;
        for (Candidate neighbour : neighbours().subList(0, Math.min(NEIGHBOURS, neighbours().size()))) {
            scores.merge(neighbour.productNumber(), (1 - OWN) / Math.sqrt(rank++), Double::sum);
            becauseOf.put(neighbour.productNumber(), neighbour.becauseOf());
        }
        return scores.entrySet().stream()
                .map(entry -> new Candidate(entry.getKey(), entry.getValue(), own.containsKey(entry.getKey())
                        ? List.of(entry.getKey()) : becauseOf.get(entry.getKey())))
                .sorted(Candidate.BEST_FIRST).toList();
    }

    /** Products of sessions like the shopper's own, those touched included. */
    List<Candidate> neighbours() {
        if (neighbours == null) {
            List<String> history = shopper.products(touch -> true);
            neighbours = history.isEmpty() ? List.of() : index.neighbours(history, now, WIDE);
        }
        return neighbours;
    }

    private Map<String, Double> own() {
        Map<String, Double> own = new HashMap<>();
        Instant oldest = now.minus(Shopper.REMINDED);
        int place = 0;
        for (Shopper.Touch touch : shopper.touches()) {
            double weight = touch.type() == EventType.CART ? CART : 1;
            if (touch.time().isAfter(oldest)) {
                own.merge(touch.product(), weight * Math.pow(0.5, place / 2.0), Double::sum);
            }
            place++;
        }
        return own;
    }
}
