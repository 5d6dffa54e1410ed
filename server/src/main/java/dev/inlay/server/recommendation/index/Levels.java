package dev.inlay.server.recommendation.index;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.Arrays;

/**
 * How much products are asked for, older demand counting less: half after each half-life.
 *
 * <p>Kept as the binary logarithm of the sum of {@code weight * 2^(time / halfLife)}: the order of two products does
 * not change while time passes, events may come in any order, and a level only ever rises. One thread raises, any
 * number read.
 */
final class Levels {
    private static final VarHandle DOUBLES = MethodHandles.arrayElementVarHandle(double[].class);

    private final double halfLife;
    private volatile double[] levels = new double[0];

    Levels(Duration halfLife) {
        this.halfLife = halfLife.toMillis();
    }

    /** The level of {@code product}; negative infinity if nobody asked for it. */
    double of(int product) {
        double[] known = levels;
        return product < known.length ? (double) DOUBLES.getOpaque(known, product) : Double.NEGATIVE_INFINITY;
    }

    /** What is left at {@code time} of the demand for {@code product}: the decayed sum itself. */
    double left(int product, long time) {
        return Math.pow(2, of(product) - time / halfLife);
    }

    /** The level of {@code product} after demand of {@code weight} at {@code time}, in milliseconds since 1970. */
    double raised(int product, double weight, long time) {
        double one = of(product);
        double other = log2(weight) + time / halfLife;
        double high = Math.max(one, other);
        return high + log2(1 + Math.exp((Math.min(one, other) - high) * Math.log(2)));
    }

    void set(int product, double level) {
        if (product >= levels.length) {
            double[] more = Arrays.copyOf(levels, Math.max(product + 1, levels.length + (levels.length >> 1)));
            Arrays.fill(more, levels.length, more.length, Double.NEGATIVE_INFINITY);
            levels = more;
        }
        DOUBLES.setOpaque(levels, product, level);
    }

    void write(SnapshotOutput out, int productCount) throws IOException {
        for (int product = 0; product < productCount; product++) {
            out.putDouble(of(product));
        }
    }

    void read(SnapshotInput in, int productCount) throws IOException {
        for (int product = 0; product < productCount; product++) {
            set(product, in.takeDouble());
        }
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
