package dev.inlay.server.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * Looks for good values of some knobs: the standard ones first, then random ones, then the best until then with one
 * knob turned. Equal searches find equal values.
 */
final class Search {
    private final List<Knob> knobs;
    private final int trials;
    private final SplittableRandom random;

    /** What a search found. */
    record Found(Trial standard, Trial best) { }

    /** Tries {@code trials} times, the standard values included; {@code seed} decides which. */
    Search(List<Knob> knobs, int trials, long seed) {
        this.knobs = List.copyOf(knobs);
        this.trials = trials;
        this.random = new SplittableRandom(seed);
    }

    /** The values that {@code objective} is highest with, of equal ones the first; {@code tried} is told of each. */
    Found run(ToDoubleFunction<Map<String, Double>> objective, Consumer<Trial> tried) {
        Trial standard = attempt(standard(), objective, tried);
        Trial best = standard;
        for (int trial = 1; trial < trials; trial++) {
            Map<String, Double> values = trial < trials / 2 ? drawn() : turned(best.values());
            Trial next = attempt(values, objective, tried);
            best = next.score() > best.score() ? next : best;
        }
        return new Found(standard, best);
    }

    private static Trial attempt(Map<String, Double> values, ToDoubleFunction<Map<String, Double>> objective,
            Consumer<Trial> tried) {
        Trial trial = new Trial(new TreeMap<>(values), objective.applyAsDouble(values));
        tried.accept(trial);
        return trial;
    }

    private Map<String, Double> standard() {
        Map<String, Double> values = new HashMap<>();
        knobs.forEach(knob -> values.put(knob.name(), knob.standard()));
        return values;
    }

    private Map<String, Double> drawn() {
        Map<String, Double> values = new HashMap<>();
        knobs.forEach(knob -> values.put(knob.name(), draw(knob)));
        return values;
    }

    private Map<String, Double> turned(Map<String, Double> best) {
        Map<String, Double> values = new HashMap<>(best);
        Knob knob = knobs.get(random.nextInt(knobs.size()));
        values.put(knob.name(), draw(knob));
        return values;
    }

    /** Any value between both ends, as often twice as half the size where there is no 0, with three digits. */
    private double draw(Knob knob) {
        double part = random.nextDouble();
        double value = knob.least() > 0 ? knob.least() * Math.pow(knob.most() / knob.least(), part)
                : knob.least() + part * (knob.most() - knob.least());
        double digits = Math.pow(10, 2 - Math.floor(Math.log10(Math.max(Math.abs(value), 1e-9))));
        return Math.clamp(Math.rint(value * digits) / digits, knob.least(), knob.most());
    }
}
