package dev.inlay.db.activity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** An order as a browser or back end reports it; {@code orderNumber} is not blank. */
public record Conversion(String orderNumber, Optional<BigDecimal> total, List<OrderLine> lines) {
    public Conversion {
        if (orderNumber.isBlank()) {
            throw new IllegalArgumentException("orderNumber must not be blank");
        }
        lines = List.copyOf(lines);
    }
}
