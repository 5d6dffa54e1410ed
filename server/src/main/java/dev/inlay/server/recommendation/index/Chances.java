package dev.inlay.server.recommendation.index;

import dev.inlay.db.activity.EventType;

/** What shoppers of a website touch next, as learnt up to a moment: it does not change. */
public final class Chances {
    private final double[][] returns;
    private final double[][] lifts;
    private final double[][] others;

    /** All of them by gap, then as {@link HabitCounts} numbers them. */
    Chances(double[][] returns, double[][] lifts, double[][] others) {
        this.returns = returns;
        this.lifts = lifts;
        this.others = others;
    }

    /**
     * How likely the next touch is one of the product at {@code place} of a history, 0 being the newest. Those of all
     * places may add up to more than 1.
     *
     * @param strongest the most that was ever done with it
     * @param touches how often it was touched
     */
    public double ofReturn(Gap gap, int place, EventType strongest, int touches) {
        if (place >= HabitCounts.PLACES) {
            return 0;
        }
        double[] lift = lifts[gap.ordinal()];
        return returns[gap.ordinal()][HabitCounts.bucket(place)]
                * lift[HabitCounts.factorOfKind(strongest.ordinal())] * lift[HabitCounts.factorOfTouches(touches)];
    }

    /** How likely the next touch is one of a product that is new to the shopper, and that so many sessions lead to. */
    public double ofOther(Gap gap, int sessions) {
        return sessions <= 0 ? 0 : others[gap.ordinal()][HabitCounts.evidence(sessions)];
    }
}
