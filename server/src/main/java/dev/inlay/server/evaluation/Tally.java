package dev.inlay.server.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Counts how often picks met what came next. Kept by person: one person's questions resemble each other, so that the
 * intervals draw people, not questions.
 */
final class Tally {
    /** How many first products are looked at. */
    static final List<Integer> CUTOFFS = List.of(1, 3, 6, 20);
    /** No answer is longer. */
    static final int DEPTH = CUTOFFS.getLast();

    private static final int DRAWS = 400;
    private static final long SEED = 7;

    /** By person: questions, hits among the first 1, 3, 6 and 20, and the sum of 1 / rank. */
    private final Map<String, double[]> sums = new LinkedHashMap<>();
    private final Set<String> shown = new HashSet<>();

    /** {@code picks} were shown to {@code person}, who touched {@code next} next. */
    void add(String person, String next, List<String> picks) {
        List<String> first = picks.subList(0, Math.min(DEPTH, picks.size()));
        shown.addAll(first);
        double[] sum = sums.computeIfAbsent(person, ignored -> new double[CUTOFFS.size() + 2]);
        sum[0]++;
        int place = first.indexOf(next);
        if (place >= 0) {
            for (int i = 0; i < CUTOFFS.size(); i++) {
                sum[i + 1] += place < CUTOFFS.get(i) ? 1 : 0;
            }
            sum[CUTOFFS.size() + 1] += 1.0 / (place + 1);
        }
    }

    /** What came out, in a shop of {@code products}. */
    Figures figures(Set<String> products) {
        double[] means = means(sums.values());
        double[][] drawn = drawn();
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 1; i < means.length; i++) {
            estimates.add(estimate(means[i], drawn[i]));
        }
        double covered = shown.stream().filter(products::contains).count();
        return new Figures((int) means[0], sums.size(), estimates.subList(0, CUTOFFS.size()), estimates.getLast(),
                covered / Math.max(1, products.size()));
    }

    /** The means of so many draws of as many people as there are, with repetition; the same ones every time. */
    private double[][] drawn() {
        List<double[]> people = List.copyOf(sums.values());
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] drawn = new double[CUTOFFS.size() + 2][people.isEmpty() ? 0 : DRAWS];
        for (int draw = 0; draw < drawn[0].length; draw++) {
            List<double[]> some = new ArrayList<>(people.size());
            for (int i = 0; i < people.size(); i++) {
                some.add(people.get(random.nextInt(people.size())));
            }
            double[] means = means(some);
            for (int i = 0; i < means.length; i++) {
                drawn[i][draw] = means[i];
            }
        }
        return drawn;
    }

    /** The number of questions, then the mean of each sum. */
    private static double[] means(Collection<double[]> sums) {
        double[] means = new double[CUTOFFS.size() + 2];
        for (double[] sum : sums) {
            for (int i = 0; i < means.length; i++) {
                means[i] += sum[i];
            }
        }
        for (int i = 1; i < means.length; i++) {
            means[i] /= Math.max(1, means[0]);
        }
        return means;
    }

    private static Estimate estimate(double value, double[] drawn) {
        if (drawn.length == 0) {
            return new Estimate(value, value, value);
        }
        Arrays.sort(drawn);
        return new Estimate(value, drawn[(int) (.025 * drawn.length)], drawn[(int) (.975 * drawn.length) - 1]);
    }
}
