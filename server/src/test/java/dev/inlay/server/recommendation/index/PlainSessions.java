package dev.inlay.server.recommendation.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/** What {@link Sessions} and {@link Neighbours} promise, in the plainest way: everything is kept and sorted anew. */
final class PlainSessions {
    private static final long GAP = 30 * 60_000;

    static final class Session {
        final List<String> products = new ArrayList<>();
        long last;
        int number = -1;
    }

    /** A session that was found by products at {@code places}, and their weights together. */
    private record Met(List<Integer> places, double likeness) {
        Met and(int place, double weight) {
            List<Integer> more = new ArrayList<>(places);
            more.add(place);
            return new Met(more, likeness + weight);
        }
    }

    /** What a product got, and for which products how much of it. */
    private record Got(double sum, Map<String, Double> parts) {
        Got times(double factor) {
            return new Got(sum * factor, parts);
        }
    }

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

    /** What the neighbours of {@code history} lead to, asked on a visit or later. */
    Neighbourhood neighbours(List<String> history, boolean visit, long now, int limit) {
        List<String> compared = history.subList(0, Math.min(10, history.size()));
        Map<String, Got> found = hop(compared, place -> Math.exp(-place / (visit ? 2.0 : 10.0)), visit, now);
        for (int hop = 1; hop < 3 && !found.isEmpty() && found.size() < 40; hop++) {
            goOn(found, now);
        }
        double highest = found.values().stream().mapToDouble(Got::sum).max().orElse(1);
        double others = found.keySet().stream().filter(product -> !history.contains(product))
                .mapToDouble(product -> found.get(product).sum()).sum();
        return new Neighbourhood(best(found, others).filter(product -> !history.contains(product)).limit(limit)
                .map(product -> new RankedProduct(product, found.get(product).sum() / others,
                        reasons(found.get(product), compared))).toList(),
                history.stream().map(product -> found.containsKey(product) ? found.get(product).sum() / highest : 0)
                        .toList());
    }

    int count() {
        return count;
    }

    private void goOn(Map<String, Got> found, long now) {
        List<String> seeds = best(found, found.values().stream().mapToDouble(Got::sum).max().orElseThrow()).limit(10)
                .toList();
        Map<String, Got> further = hop(seeds, place -> 1 - 0.1 * place, false, now);
        further.keySet().removeAll(found.keySet());
        double lowest = found.values().stream().mapToDouble(Got::sum).min().orElseThrow();
        double highest = further.values().stream().mapToDouble(Got::sum).max().orElse(1);
        further.forEach((product, got) -> found.put(product, new Got(got.sum() * 0.5 * lowest / highest,
                found.get(reasons(got, seeds).getFirst()).parts())));
    }

    private Map<String, Got> hop(List<String> seeds, IntToDoubleFunction weight, boolean byDistance, long now) {
        Map<Session, Met> sample = sample(seeds, weight);
        Map<Session, Double> nearness = new HashMap<>();
        sample.forEach((session, met) -> nearness.put(session, met.likeness
                * Math.exp(-Math.max(0, now - session.last / 1_000 * 1_000) / (30.0 * 86_400_000))
                / Math.pow(session.products.size(), 0.25)));
        Map<String, Got> found = new LinkedHashMap<>();
        nearness.keySet().stream()
                .sorted(Comparator.comparingLong((Session session) -> ScoreOrder.key(nearness.get(session)))
                        .thenComparingInt(session -> session.number).reversed())
                .limit(200).forEach(session -> give(session, sample.get(session), nearness.get(session), seeds, weight,
                        byDistance, found));
        found.replaceAll((product, got) -> got.times(
                Math.sqrt(Math.max(0.1, Math.log((double) numbered / totals.get(product))))));
        return found;
    }

    private static void give(Session session, Met met, double nearness, List<String> seeds, IntToDoubleFunction weight,
            boolean byDistance, Map<String, Got> found) {
        int shared = session.products.indexOf(seeds.get(met.places.getFirst()));
        for (String product : session.products) {
            int away = Math.abs(session.products.indexOf(product) - shared);
            double value = byDistance ? nearness * Math.exp(-away / 2.0) : nearness;
            Got before = found.getOrDefault(product, new Got(0, Map.of()));
            Map<String, Double> parts = new HashMap<>(before.parts());
            met.places.forEach(
                    place -> parts.merge(seeds.get(place), value * weight.applyAsDouble(place), Double::sum));
            found.put(product, new Got(before.sum() + value, parts));
        }
    }

    private static List<String> reasons(Got got, List<String> seeds) {
        return seeds.stream().filter(got.parts()::containsKey)
                .sorted(Comparator.comparingDouble(seed -> -got.parts().get(seed))).limit(3).toList();
    }

    private static Stream<String> best(Map<String, Got> found, double whole) {
        return found.keySet().stream().sorted(
                Comparator.comparingLong((String product) -> -ScoreOrder.key(found.get(product).sum() / whole))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The walk over a product's sessions stops at the first that is older than all 500 that were taken up. */
    private Map<Session, Met> sample(List<String> seeds, IntToDoubleFunction weight) {
        Map<Session, Met> sample = new LinkedHashMap<>();
        for (int place = 0; place < seeds.size(); place++) {
            for (Session session : latest(seeds.get(place)).reversed()) {
                Met met = sample.get(session);
                if (met != null) {
                    sample.put(session, met.and(place, weight.applyAsDouble(place)));
                    continue;
                }
                if (sample.size() == 500) {
                    Session oldest = sample.keySet().stream().min(Comparator.comparingInt(known -> known.number))
                            .orElseThrow();
                    if (session.number < oldest.number) {
                        break;
                    }
                    sample.remove(oldest);
                }
                sample.put(session, new Met(List.of(place), weight.applyAsDouble(place)));
            }
        }
        return sample;
    }

    private List<Session> latest(String product) {
        List<Session> all = found.getOrDefault(product, List.of());
        return all.subList(Math.max(0, all.size() - 500), all.size());
    }

    private void enter(Session session, String product) {
        if (session.products.size() == 2) {
            session.number = numbered++;
            post(session, session.products.getFirst());
        }
        if (session.products.size() >= 2) {
            post(session, product);
        }
    }

    private void post(Session session, String product) {
        totals.merge(product, 1, Integer::sum);
        found.computeIfAbsent(product, key -> new ArrayList<>()).add(session);
    }
}
