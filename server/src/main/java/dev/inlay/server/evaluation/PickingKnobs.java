package dev.inlay.server.evaluation;

import dev.inlay.server.recommendation.PickingNumbers;
import dev.inlay.server.recommendation.Question;
import dev.inlay.server.recommendation.index.PickingParameters;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The numbers of picking that a search turns, and where it looks: far narrower than what may be set. */
final class PickingKnobs {
    private PickingKnobs() {
    }

    /** All knobs as {@code numbers}, or else the standard, set them. */
    static List<Knob> from(Map<String, Double> numbers) {
        return List.of(knob("positions", 0.5, 10, numbers), knob("distance", 0.5, 20, numbers),
                knob("ageingDays", 3, 365, numbers), knob("tilt", 0, 1.5, numbers), knob("comeback", 0, 5, numbers));
    }

    /** Asks with {@code numbers}, by name, in place of the standard ones. */
    static UnaryOperator<Question> setting(Map<String, Double> numbers) {
        PickingParameters parameters = PickingNumbers.parameters(numbers);
        return question -> question.with(parameters);
    }

    private static Knob knob(String name, double least, double most, Map<String, Double> numbers) {
        double now = numbers.getOrDefault(name, PickingNumbers.STANDARD.get(name));
        return new Knob(name, Math.min(least, now), Math.max(most, now), now);
    }
}
