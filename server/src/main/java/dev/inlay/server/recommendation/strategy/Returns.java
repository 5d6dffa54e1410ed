package dev.inlay.server.recommendation.strategy;

import dev.inlay.server.recommendation.index.Chances;
import dev.inlay.server.recommendation.index.Gap;
import dev.inlay.server.recommendation.index.Neighbourhood;
import dev.inlay.server.recommendation.index.PickingParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely each product of a history is touched next: together as likely as the shop's habits tell, at most 95 %,
 * among themselves by habits and neighbours. Whoever is still there goes by his habits, which neighbours tilt a little;
 * with whoever comes back both count, added.
 */
final class Returns {
    /** Something new is always possible. */
    private static final double MOST = 0.95;
    /** What neighbours do not know is tilted as if they knew it a little. */
    private static final double UNKNOWN = 0.05;

    private final Past past;
    private final Neighbourhood near;
    private final PickingParameters parameters;
    private final double[] chances;

    /** Products last touched before {@code situation} reminds of them do not return. */
    Returns(Past past, Neighbourhood near, Situation situation) {
        this.past = past;
        this.near = near;
        this.parameters = situation.parameters();
        this.chances = new double[past.known().size()];
        Chances learnt = situation.index().chances();
        for (int place = 0; place < chances.length; place++) {
            Past.Known known = past.known().get(place);
            chances[place] = known.last().isAfter(situation.remindedSince())
                    ? learnt.ofReturn(past.gap(), place, known.strongest(), known.touches()) : 0;
        }
    }

    /** How likely it is any of them. */
    double mass() {
        return Math.min(MOST, Arrays.stream(chances).sum());
    }

    /** Those that may return, in the order of the history; their scores add up to {@link #mass}. */
    List<Candidate> candidates() {
        double[] own = past.gap() == Gap.VISIT ? tilted() : relative();
        double[] neighbours = past.gap() == Gap.VISIT ? new double[own.length] : beside();
        double all = Arrays.stream(own).sum() + Arrays.stream(neighbours).sum();
        double scale = all > 0 ? mass() / all : 0;
        List<Candidate> candidates = new ArrayList<>();
        for (int place = 0; place < own.length; place++) {
            if (chances[place] > 0) {
                candidates.add(candidate(place, scale * own[place], scale * neighbours[place]));
            }
        }
        return candidates;
    }

    private Candidate candidate(int place, double own, double neighbours) {
        Map<String, Double> parts = new LinkedHashMap<>(Map.of(ForYou.HISTORY, own));
        if (neighbours > 0) {
            parts.put(ForYou.NEIGHBOURS, neighbours);
        }
        String product = past.known().get(place).product();
        return new Candidate(product, own + neighbours, parts, List.of(product));
    }

    private double[] tilted() {
        double[] tilted = chances.clone();
        for (int place = 0; place < tilted.length; place++) {
            tilted[place] *= StrictMath.pow(near.ofHistory().get(place) + UNKNOWN, parameters.tilt());
        }
        return tilted;
    }

    private double[] relative() {
        double most = Arrays.stream(chances).max().orElse(0);
        return Arrays.stream(chances).map(chance -> most > 0 ? chance / most : 0).toArray();
    }

    private double[] beside() {
        double[] beside = new double[chances.length];
        for (int place = 0; place < beside.length; place++) {
            beside[place] = chances[place] > 0 ? parameters.comeback() * near.ofHistory().get(place) : 0;
        }
        return beside;
    }
}
