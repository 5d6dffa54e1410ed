package dev.inlay.db.activity;

import java.math.BigDecimal;
import java.util.Optional;

/** One line of an order; {@code lineTotal} includes tax and counts all of {@code quantity}. */
public record OrderLine(ProductReference product, Optional<BigDecimal> quantity, Optional<BigDecimal> lineTotal) { }
