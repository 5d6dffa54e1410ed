package dev.inlay.server.recommendation.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The few numbers of picking that may suit one shop better than another; everything else about a shop is learnt from
 * its events.
 *
 * <p>Position weights, ageing and distance are those of STAN (Garg et al., SIGIR 2019), used on the index of VMIS-kNN
 * (Kersbergen et al., "Serenade", SIGMOD 2022). The two that join neighbours to the own history are of our own making.
 *
 * @param positions after so many newer products a product of the history weighs 1/e, while the shopper is there
 * @param distance a product so many touches away from the one that is shared weighs 1/e, while the shopper is there
 * @param ageingDays a session of so many days ago weighs 1/e
 * @param tilt how much neighbours tell which product of the history comes back during a visit; 0 = nothing
 * @param comeback how much neighbours count beside the learnt return once the shopper was away; 0 = nothing
 */
public record PickingParameters(double positions, double distance, double ageingDays, double tilt, double comeback) {
    /** The name of one of them, and from where to where it may be set. */
    public record Range(String name, double least, double most) {
        private void check(double value) {
            if (!(value >= least && value <= most)) {
                throw new IllegalArgumentException(
                        name + " must be " + least + " to " + most + " - was '" + value + "'");
            }
        }
    }

    /** In the order of the record. */
    public static final List<Range> RANGES = List.of(new Range("positions", 0.1, 100),
            new Range("distance", 0.1, 1_000), new Range("ageingDays", 1, 1_000), new Range("tilt", 0, 5),
            new Range("comeback", 0, 100));
    /** What measured best on all shops alike. */
    public static final PickingParameters DEFAULT = new PickingParameters(2, 2, 30, 0.3, 1);

    /** @throws IllegalArgumentException if one is out of its range */
    public PickingParameters {
        List<Double> values = List.of(positions, distance, ageingDays, tilt, comeback);
        for (int i = 0; i < values.size(); i++) {
            RANGES.get(i).check(values.get(i));
        }
    }

    /** By name, in the order of {@link #RANGES}. */
    public SequencedMap<String, Double> values() {
        List<Double> values = List.of(positions, distance, ageingDays, tilt, comeback);
        SequencedMap<String, Double> byName = new LinkedHashMap<>();
        RANGES.forEach(range -> byName.put(range.name(), values.get(byName.size())));
        return byName;
    }

    /** These, but for what {@code values} names. */
    public PickingParameters with(Map<String, Double> values) {
        SequencedMap<String, Double> all = values();
        values.forEach((name, value) -> {
            if (all.replace(name, value) == null) {
                throw new IllegalArgumentException("there is no parameter '" + name + "'");
            }
        });
        return new PickingParameters(all.get("positions"), all.get("distance"), all.get("ageingDays"),
                all.get("tilt"), all.get("comeback"));
    }
}
