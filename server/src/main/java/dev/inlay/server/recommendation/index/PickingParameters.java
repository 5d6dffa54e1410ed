package dev.inlay.server.recommendation.index;

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
    /** What measured best on all shops alike. */
    public static final PickingParameters DEFAULT = new PickingParameters(2, 2, 30, 0.3, 1);

    public PickingParameters {
        check("positions", positions, 0.1, 100);
        check("distance", distance, 0.1, 1_000);
        check("ageingDays", ageingDays, 1, 1_000);
        check("tilt", tilt, 0, 5);
        check("comeback", comeback, 0, 100);
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    name + " must be " + least + " to " + most + " - was '" + value + "'");
        }
    }
}
