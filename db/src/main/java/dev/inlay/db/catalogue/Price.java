package dev.inlay.db.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A price as a tile shows it: the present one, and the higher one before, if reduced. */
public record Price(BigDecimal present, Optional<BigDecimal> old) {
    /** How much is saved, in whole percent rounded down; 0 if not reduced. */
    public int discountPercent() {
        return old.map(before -> before.subtract(present).movePointRight(2).divide(before, 0, RoundingMode.DOWN))
                .map(BigDecimal::intValue).orElse(0);
    }
}
