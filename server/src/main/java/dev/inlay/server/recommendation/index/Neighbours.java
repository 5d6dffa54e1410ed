package dev.inlay.server.recommendation.index;

import dev.inlay.server.recommendation.index.Sessions.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Products of the sessions that are most like a history (VMIS-kNN: the latest sessions that share a product with it,
 * more alike the newer the shared products are).
 */
final class Neighbours {
    /** How many products of a history are compared. */
    static final int COMPARED = 10;

    private static final int SAMPLE = 500;
    private static final int NEAREST = 100;
    private static final double AGEING = Duration.ofDays(100).toMillis();
    private static final Comparator<Session> OLDEST_FIRST =
            Comparator.<Session>comparingLong(session -> session.last).thenComparingLong(session -> session.number);

    /** A session that shares products with the history; {@code shared} is the place of the newest of them there. */
    private record Near(Session session, double likeness, int shared) { }

    private final Sessions sessions;
    private final Instant now;

    Neighbours(Sessions sessions, Instant now) {
        this.sessions = sessions;
        this.now = now;
    }

    /** Up to {@code limit} products, those of {@code history} (distinct, newest first) included, best first. */
    List<RankedProduct> of(List<String> history, int limit) {
        List<String> compared = history.subList(0, Math.min(COMPARED, history.size()));
        Map<String, double[]> scores = new HashMap<>();
        for (Near near : nearest(compared)) {
            double weight = near.likeness() * (1 - 0.1 * (near.shared() + 1));
            for (String product : near.session().products) {
                scores.computeIfAbsent(product, ignored -> new double[compared.size()])[near.shared()] += weight;
            }
        }
        return scores.entrySet().stream()
                .map(entry -> ranked(entry.getKey(), entry.getValue(), compared))
                .filter(ranked -> ranked.score() > 0)
                .sorted(RankedProduct.BEST_FIRST).limit(limit).toList();
    }

    private RankedProduct ranked(String product, double[] parts, List<String> compared) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        List<String> becauseOf = IntStream.range(0, parts.length).filter(i -> parts[i] > 0).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> parts[i]).reversed())
                .limit(3).map(compared::get).toList();
        return new RankedProduct(product, sum * sessions.rarity(product), becauseOf);
    }

    private List<Near> nearest(List<String> history) {
        Map<Session, Near> sample = new IdentityHashMap<>();
        PriorityQueue<Session> oldest = new PriorityQueue<>(OLDEST_FIRST);
        for (int place = 0; place < history.size(); place++) {
            double weight = (history.size() - place) / (double) history.size();
            sample(sessions.of(history.get(place)), place, weight, sample, oldest);
        }
        List<Near> near = new ArrayList<>(sample.values());
        near.sort(Comparator.comparingDouble(this::agedLikeness).reversed()
                .thenComparing(Near::session, OLDEST_FIRST.reversed()));
        return near.subList(0, Math.min(NEAREST, near.size()));
    }

    private static void sample(SessionRing ring, int place, double weight, Map<Session, Near> sample,
            PriorityQueue<Session> oldest) {
        for (int back = 0; back < ring.size(); back++) {
            Session session = ring.newest(back);
            Near known = sample.get(session);
            if (known != null) {
                sample.put(session, new Near(session, known.likeness() + weight, known.shared()));
                continue;
            }
            if (sample.size() == SAMPLE) {
                if (OLDEST_FIRST.compare(session, oldest.peek()) <= 0) {
                    return;
                }
                sample.remove(oldest.poll());
            }
            sample.put(session, new Near(session, weight, place));
            oldest.add(session);
        }
    }

    private double agedLikeness(Near near) {
        return near.likeness() * Math.exp(-Math.max(0, now.toEpochMilli() - near.session().last) / AGEING);
    }
}
