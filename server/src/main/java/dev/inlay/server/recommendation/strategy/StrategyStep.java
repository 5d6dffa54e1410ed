package dev.inlay.server.recommendation.strategy;

import dev.inlay.server.recommendation.rule.ProductFilter;
import java.util.Optional;

/**
 * One step of a campaign's chain.
 *
 * @param type what its picks name
 * @param max how many products it may fill at most
 * @param filter its own
 * @param strategy how it finds them
 */
public record StrategyStep(StrategyType type, Optional<Integer> max, ProductFilter filter, Strategy strategy) {
    /** A step that finds products as its type does. */
    public StrategyStep(StrategyType type, Optional<Integer> max, ProductFilter filter) {
        this(type, max, filter, Strategies.of(type));
    }
}
