package dev.inlay.db.activity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Sums and quantities as columns take them: 15 digits before the point, 4 after. */
final class Amount {
    private static final int DIGITS = 15;
    private static final int SCALE = 4;

    private Amount() {
    }

    /** {@code amount} rounded to the column; null for one that is absent or beyond all reason. */
    static BigDecimal storable(Optional<BigDecimal> amount) {
        return amount.map(value -> value.signum() == 0 ? BigDecimal.ZERO : rounded(value)).orElse(null);
    }

    /** Whether two amounts are known and equal; {@code 12.5} is {@code 12.50}. */
    static boolean isSame(BigDecimal some, BigDecimal other) {
        return some != null && other != null && some.compareTo(other) == 0;
    }

    private static BigDecimal rounded(BigDecimal value) {
        long digits = (long) value.precision() - value.scale();
        if (digits >= DIGITS) {
            return null;
        }
        return digits < -SCALE ? BigDecimal.ZERO : value.setScale(SCALE, RoundingMode.HALF_UP);
    }
}
