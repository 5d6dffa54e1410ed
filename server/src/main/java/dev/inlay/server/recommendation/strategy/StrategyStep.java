package dev.inlay.server.recommendation.strategy;

import dev.inlay.server.recommendation.rule.ProductFilter;
import java.util.Optional;

/** One step of a campaign's chain: a strategy, how many products it may fill at most, and its own filter. */
public record StrategyStep(StrategyType type, Optional<Integer> max, ProductFilter filter) { }
