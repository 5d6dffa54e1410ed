package dev.inlay.server.recommendation.index;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/**
 * How near a session is to a history and what it gives to its products: position weights, ageing and distance of STAN;
 * what long sessions and frequent products lose is of our own measuring.
 */
final class Nearness {
    /** The newest product of a history that somebody comes back to weighs little more than the others. */
    private static final double POSITIONS_LATER = 10;
    /** Below 0.1, products that stand in nearly all sessions would count nothing at all. */
    private static final double LEAST_RARITY = 0.1;
    /** However old a session is, it counts for something. */
    private static final double OLDEST = 1e-100;
    /** Further hops go where the first found fewer than 40 products: two more pay, in thin shops. */
    private static final int HOPS = 3;
    private static final double DAY = Duration.ofDays(1).toMillis();
    private static final double[] LENGTHS = IntStream.rangeClosed(0, SessionBlocks.MAX_PRODUCTS)
            .mapToDouble(length -> Math.sqrt(Math.sqrt(length))).toArray();

    private final double positions;
    private final double[] distances;
    private final double ageing;
    private final int hops;

    /** @param distance infinite if it does not matter */
    private Nearness(double positions, double distance, double ageing, int hops) {
        this.positions = positions;
        this.distances = Double.isInfinite(distance) ? new double[0] : IntStream.range(0, SessionBlocks.MAX_PRODUCTS)
                .mapToDouble(away -> StrictMath.exp(-away / distance)).toArray();
        this.ageing = ageing;
        this.hops = hops;
    }

    /** For somebody who was there last so long ago: what he touches next is near to the last only on a visit. */
    static Nearness after(Gap gap, PickingParameters parameters) {
        return gap == Gap.VISIT
                ? new Nearness(parameters.positions(), parameters.distance(), parameters.ageingDays(), HOPS)
                : new Nearness(POSITIONS_LATER, Double.POSITIVE_INFINITY, parameters.ageingDays(), HOPS);
    }

    /** To baskets: no order, and no hop further than what was bought together. */
    static Nearness ofBaskets() {
        return new Nearness(POSITIONS_LATER, Double.POSITIVE_INFINITY, PickingParameters.DEFAULT.ageingDays(), 1);
    }

    int hops() {
        return hops;
    }

    /** What the product at {@code place} of the history, 0 being the newest, adds to the likeness of its sessions. */
    double weight(int place) {
        return StrictMath.exp(-place / positions);
    }

    /** How near a session is that was last seen at {@code last}, in seconds since 1970; higher is nearer. */
    double of(double likeness, long last, int length, Instant now) {
        double days = Math.max(0, now.toEpochMilli() - last * 1_000) / DAY;
        return likeness * (Math.max(OLDEST, StrictMath.exp(-days / ageing)) / LENGTHS[length]);
    }

    /** Whether it matters how far from a shared product another was touched. */
    boolean mindsDistance() {
        return distances.length > 0;
    }

    /** How much of the worth of a session a product gets so many products away from a shared one. */
    double distance(int away) {
        return distances[away];
    }

    /** How much a product counts that {@code total} of {@code all} sessions touched: rare ones tell more. */
    static double rarity(long all, int total) {
        return Math.sqrt(Math.max(LEAST_RARITY, StrictMath.log((double) all / Math.max(1, total))));
    }
}
