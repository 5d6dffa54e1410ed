package dev.inlay.server.recommendation.index;

/** How scores are compared: to twelve digits after the point, so that the last bit of a sum never decides. */
public final class ScoreOrder {
    private static final double STEPS = 1e12;

    private ScoreOrder() {
    }

    /** Scores with equal keys are equal; a higher key is a higher score. */
    public static long key(double score) {
        return (long) Math.floor(score * STEPS + 0.5);
    }
}
