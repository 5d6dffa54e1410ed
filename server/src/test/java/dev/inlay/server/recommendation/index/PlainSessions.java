package dev.inlay.server.recommendation.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What {@link Sessions} and {@link Neighbours} promise, in the plainest way: everything is kept and sorted anew. */
final class PlainSessions {
    private static final long GAP = 30 * 60_000;
    private static final Comparator<Session> OLDEST_FIRST =
            Comparator.<Session>comparingLong(session -> session.last / 1_000).thenComparing(session -> session.number);

    static final class Session {
        final List<String> products = new ArrayList<>();
        long last;
        int number = -1;
    }

    /** A session that shares products with the history, the newest of them at {@code place} there. */
    private record Met(int place, double likeness) { }

    private final Map<Long, Session> open = new LinkedHashMap<>(16, .75f, true);
    private final Map<String, List<Session>> found = new HashMap<>();
    private final Map<String, Integer> totals = new HashMap<>();
    private int numbered;
    private long newest = Long.MIN_VALUE;
    private int count;

    void add(long owner, String product, long time) {
        Session session = open.get(owner);
        if (session == null || Math.abs(time - session.last) > GAP) {
            Session fresh = new Session();
            fresh.last = time;
            count++;
            if (session == null || time >= session.last) {
                open.put(owner, fresh);
            }
            session = fresh;
        }
        session.last = Math.max(session.last, time);
        if (session.products.size() < 40 && !session.products.contains(product)) {
            session.products.add(product);
            enter(session, product);
        }
        if (time >= newest) {
            newest = time;
            Map.Entry<Long, Session> eldest = open.entrySet().iterator().next();
            if (eldest.getValue().last < newest - GAP) {
                open.remove(eldest.getKey());
            }
        }
    }

    /** What the neighbours of {@code history} lead to. */
    List<RankedProduct> neighbours(List<String> history, long now, int limit) {
        List<String> compared = history.subList(0, Math.min(10, history.size()));
        Map<Session, Met> sample = sample(compared);
        Map<String, double[]> parts = new HashMap<>();
        sample.keySet().stream()
                .sorted(Comparator.comparingDouble((Session session) -> sample.get(session).likeness
                        * Math.exp(-Math.max(0, now - session.last / 1_000 * 1_000) / (100.0 * 86_400_000))).reversed()
                        .thenComparing(OLDEST_FIRST.reversed()))
                .limit(100).forEach(session -> {
                    Met met = sample.get(session);
                    session.products.forEach(product -> parts.computeIfAbsent(product, key -> new double[10])[met.place]
                            += met.likeness * (1 - 0.1 * (met.place + 1)));
                });
        return parts.entrySet().stream().map(entry -> ranked(entry.getKey(), entry.getValue(), compared))
                .filter(ranked -> ranked.score() > 0).sorted(RankedProduct.BEST_FIRST).limit(limit).toList();
    }

    int count() {
        return count;
    }

    private RankedProduct ranked(String product, double[] parts, List<String> compared) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        List<String> becauseOf = IntStream.range(0, compared.size()).filter(place -> parts[place] > 0).boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -parts[place])).limit(3).map(compared::get)
                .toList();
        return new RankedProduct(product, sum * Math.log(1 + (double) count / totals.get(product)), becauseOf);
    }

    /** The walk over a product's sessions stops at the first that is older than all 500 that were taken up. */
    private Map<Session, Met> sample(List<String> compared) {
        Map<Session, Met> sample = new HashMap<>();
        for (int place = 0; place < compared.size(); place++) {
            double weight = (compared.size() - place) / (double) compared.size();
            for (Session session : latest(compared.get(place)).reversed()) {
                Met met = sample.get(session);
                if (met != null) {
                    sample.put(session, new Met(met.place, met.likeness + weight));
                    continue;
                }
                if (sample.size() == 500) {
                    Session oldest = sample.keySet().stream().min(OLDEST_FIRST).orElseThrow();
                    if (OLDEST_FIRST.compare(session, oldest) < 0) {
                        break;
                    }
                    sample.remove(oldest);
                }
                sample.put(session, new Met(place, weight));
            }
        }
        return sample;
    }

    private List<Session> latest(String product) {
        List<Session> all = found.getOrDefault(product, List.of());
        return all.subList(Math.max(0, all.size() - 500), all.size());
    }

    private void enter(Session session, String product) {
        totals.merge(product, 1, Integer::sum);
        if (session.products.size() == 2) {
            session.number = numbered++;
            found.computeIfAbsent(session.products.getFirst(), key -> new ArrayList<>()).add(session);
        }
        if (session.products.size() >= 2) {
            found.computeIfAbsent(product, key -> new ArrayList<>()).add(session);
        }
    }
}
