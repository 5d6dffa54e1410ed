package dev.inlay.server.recommendation;

import dev.inlay.server.recommendation.index.PickingParameters;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of picking under the names that operators set them by. */
public final class PickingNumbers {
    /** All numbers with their standard values. */
    public static final Map<String, Double> STANDARD = Map.of(
            "positions", PickingParameters.DEFAULT.positions(),
            "distance", PickingParameters.DEFAULT.distance(),
            "ageingDays", PickingParameters.DEFAULT.ageingDays(),
            "tilt", PickingParameters.DEFAULT.tilt(),
            "comeback", PickingParameters.DEFAULT.comeback());

    private PickingNumbers() {
    }

    /**
     * The parameters with {@code set} in place of the standard values.
     *
     * @throws IllegalArgumentException naming the number, the rule and the value, if one is unknown or out of range
     */
    public static PickingParameters parameters(Map<String, Double> set) {
        Map<String, Double> all = new TreeMap<>(STANDARD);
        set.forEach((name, value) -> {
            if (all.put(name, value) == null) {
                throw new IllegalArgumentException(name + " must be one of " + new TreeMap<>(STANDARD).keySet());
            }
        });
        return new PickingParameters(all.get("positions"), all.get("distance"), all.get("ageingDays"), all.get("tilt"),
                all.get("comeback"));
    }
}
