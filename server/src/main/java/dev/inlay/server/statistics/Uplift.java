package dev.inlay.server.statistics;

/**
 * The difference of two shares, and between which bounds it lies with 95 % confidence, all of 1.
 *
 * <p>The bounds are the hybrid score interval without continuity correction: method 10 of R. G. Newcombe, "Interval
 * estimation for the difference between independent proportions", Statistics in Medicine 17 (1998), 873-890. It joins
 * the score intervals of E. B. Wilson (1927) of both shares, and so holds for small shares and counts, too.
 */
public record Uplift(double difference, double from, double to) {
    /** The two-sided 95 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** {@code part} of {@code whole}, which is not 0. */
    record Share(long part, long whole) {
        double value() {
            return (double) part / whole;
        }

        /** The lower bound by Wilson, or the upper one. */
        private double bound(boolean upper) {
            double middle = value() + Z * Z / (2 * whole);
            double reach = Z * Math.sqrt((value() * (1 - value()) + Z * Z / (4 * whole)) / whole);
            return (middle + (upper ? reach : -reach)) / (1 + Z * Z / whole);
        }

        double lower() {
            return bound(false);
        }

        double upper() {
            return bound(true);
        }
    }

    /** How much greater {@code one} is than {@code other}. */
    static Uplift between(Share one, Share other) {
        double difference = one.value() - other.value();
        return new Uplift(difference,
                difference - Math.hypot(one.value() - one.lower(), other.upper() - other.value()),
                difference + Math.hypot(one.upper() - one.value(), other.value() - other.lower()));
    }

    /** Whether chance alone may well have made it. */
    public boolean maybeChance() {
        return from <= 0 && to >= 0;
    }
}
