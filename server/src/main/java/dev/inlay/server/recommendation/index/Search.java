package dev.inlay.server.recommendation.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The work of one question: a {@link Hop} from the history, and as long as that finds few products, as in a shop with
 * few visits, further hops from what was found best. What a further hop finds stands below all that was found before.
 * Emptied and used again; for one thread.
 */
final class Search {
    /** So many products are enough to choose from. */
    private static final int ENOUGH = 40;
    /** What the best of a further hop gets, of what the last before it got. */
    private static final double FURTHER = 0.5;
    private static final int REASONS = 3;

    private final ProductNumbers products;
    private final Sessions sessions;
    private final Hop hop;
    /** By product of the history its place. */
    private final IntPlaces known = new IntPlaces();
    private final Scores found = new Scores();
    private final Scores further = new Scores();
    private long[] keys = new long[64];
    private final Worst best = new Worst();

    Search(ProductNumbers products, Sessions sessions) {
        this.products = products;
        this.sessions = sessions;
        this.hop = new Hop(sessions);
    }

    void clear() {
        hop.clear();
        known.clear();
        found.clear();
        further.clear();
        best.clear();
    }

    Neighbourhood find(List<String> history, Nearness near, Instant now, int limit) {
        SessionTable table = sessions.table();
        int[] own = history.stream().mapToInt(products::find).toArray();
        for (int place = 0; place < own.length; place++) {
            if (own[place] != ProductNumbers.NONE) {
                known.put(own[place], place);
            }
            if (place < Neighbours.COMPARED) {
                hop.from(own[place], near.weight(place));
            }
        }
        hop.go(table, near, near.mindsDistance(), now, found);
        for (int hops = 1; hops < near.hops() && found.size() > 0 && found.size() < ENOUGH; hops++) {
            goOn(table, near, now);
        }
        return neighbourhood(history, own, limit);
    }

    private void goOn(SessionTable table, Nearness near, Instant now) {
        int[] seeds = best(found.highest(), Neighbours.COMPARED, false);
        hop.clear();
        for (int place = 0; place < seeds.length; place++) {
            hop.from(found.product(seeds[place]), 1 - 0.1 * place);
        }
        further.clear();
        hop.go(table, near, false, now, further);
        double highest = 0;
        for (int at = 0; at < further.size(); at++) {
            highest = isFound(at) ? highest : Math.max(highest, further.sum(at));
        }
        double factor = FURTHER * found.lowest() / highest;
        for (int at = 0; at < further.size(); at++) {
            if (!isFound(at)) {
                found.adopt(further.product(at), further.sum(at) * factor, seeds[further.greatestPart(at)]);
            }
        }
    }

    private boolean isFound(int at) {
        return found.find(further.product(at)) != IntPlaces.NONE;
    }

    private Neighbourhood neighbourhood(List<String> history, int[] own, int limit) {
        double highest = found.highest();
        double others = IntStream.range(0, found.size()).filter(this::isOther).mapToDouble(found::sum).sum();
        List<RankedProduct> ranked = new ArrayList<>();
        for (int at : best(others, limit, true)) {
            ranked.add(new RankedProduct(products.name(found.product(at)), found.sum(at) / others,
                    becauseOf(at, history)));
        }
        List<Double> ofHistory = new ArrayList<>();
        for (int product : own) {
            int at = product == ProductNumbers.NONE ? IntPlaces.NONE : found.find(product);
            ofHistory.add(at == IntPlaces.NONE ? 0 : found.sum(at) / highest);
        }
        return new Neighbourhood(ranked, ofHistory);
    }

    /** Where those stand that got most, best first; compared by their share of {@code whole}. */
    private int[] best(double whole, int limit, boolean othersOnly) {
        keys = keys.length < found.size() ? new long[found.size() * 2] : keys;
        for (int at = 0; at < found.size() && limit > 0; at++) {
            if (!othersOnly || isOther(at)) {
                keys[at] = ScoreOrder.key(found.sum(at) / whole);
                best.keepLast(at, limit);
            }
        }
        return best.drainBackwards();
    }

    private boolean isOther(int at) {
        return known.get(found.product(at)) == IntPlaces.NONE;
    }

    /** Up to three, the weightiest first. */
    private List<String> becauseOf(int at, List<String> history) {
        List<String> reasons = new ArrayList<>(REASONS);
        int told = 0;
        for (int count = 0; count < REASONS; count++) {
            int greatest = greatest(at, told);
            if (greatest == IntPlaces.NONE) {
                break;
            }
            told |= 1 << greatest;
            reasons.add(history.get(greatest));
        }
        return reasons;
    }

    private int greatest(int at, int told) {
        int greatest = IntPlaces.NONE;
        for (int place = 0; place < Neighbours.COMPARED; place++) {
            double part = (told >> place & 1) == 1 ? 0 : found.part(at, place);
            if (part > 0 && (greatest == IntPlaces.NONE || part > found.part(at, greatest))) {
                greatest = place;
            }
        }
        return greatest;
    }

    /** Places of what was found, the worst first, of equally good ones the last by product number. */
    private final class Worst extends Heap {
        Worst() {
            super(ENOUGH);
        }

        @Override
        boolean isBefore(int one, int other) {
            return keys[one] != keys[other] ? keys[one] < keys[other]
                    : products.name(found.product(one)).compareTo(products.name(found.product(other))) > 0;
        }
    }
}
