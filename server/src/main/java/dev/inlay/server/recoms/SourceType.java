package dev.inlay.server.recoms;

import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.strategy.Strategies;
import dev.inlay.server.recommendation.strategy.Strategy;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the products of a box come from, by the names that pages use. A campaign understands these names, too, where
 * some of them mean what is next to it there (contract 5.4).
 */
enum SourceType {
    /** What is asked for most of all: bought, put into carts and viewed. */
    TOP(StrategyType.BESTSELLERS),
    MOST_BOUGHT(StrategyType.BESTSELLERS, Strategies.mostBought()),
    MOST_VIEWED(StrategyType.TRENDING, Strategies.mostViewed()),
    /** What may be taken in place of what the page is about. */
    ALTERNATIVES(StrategyType.RELATED_TO_HISTORY, Strategies.alternatives()),
    BOUGHT_TOGETHER(StrategyType.BOUGHT_TOGETHER),
    /** What the shopper looked at last. */
    RETARGETED(StrategyType.LAST_VIEWED),
    /** What the shopper bought. */
    RECENTLY_BOUGHT(StrategyType.BUY_AGAIN),
    /** What others look at along with what the page is about or, without that, with what the shopper looked at. */
    RELATED(StrategyType.RELATED_TO_HISTORY);

    private final StrategyStep step;

    SourceType(StrategyType type) {
        this(type, Strategies.of(type));
    }

    SourceType(StrategyType type, Strategy strategy) {
        step = new StrategyStep(type, Optional.empty(), ProductFilter.NONE, strategy);
    }

    /** How the source {@code name} finds products; strategies of campaigns are sources, too. */
    static Optional<StrategyStep> step(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(source -> source.name().equals(upper)).map(source -> source.step)
                .findFirst().or(() -> StrategyType.parse(name)
                        .map(type -> new StrategyStep(type, Optional.empty(), ProductFilter.NONE)));
    }
}
