package dev.inlay.server.evaluation;

/**
 * A figure with its 95 % interval: had other people of the same kind come, it would most likely lie in there.
 */
public record Estimate(double value, double low, double high) {
    /** Whether the intervals of both have something in common, so that the difference may be chance. */
    public boolean overlaps(Estimate other) {
        return low <= other.high && other.low <= high;
    }
}
