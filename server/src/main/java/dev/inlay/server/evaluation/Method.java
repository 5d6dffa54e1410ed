package dev.inlay.server.evaluation;

import dev.inlay.server.recommendation.PickRules;
import dev.inlay.server.recommendation.Question;
import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A way of picking that is measured; whatever it leaves open, bestsellers fill.
 *
 * @param chain the steps for somebody who touched these products, the latest first
 * @param setting what questions are asked with
 */
record Method(String name, Function<List<String>, List<StrategyStep>> chain, UnaryOperator<Question> setting) {
    /** What everybody asks for. */
    static final Method BESTSELLERS = new Method("bestsellers",
            history -> List.of(step(StrategyType.BESTSELLERS, List.of())), UnaryOperator.identity());
    /** What a person touched last. */
    static final Method OWN_HISTORY = new Method("own history",
            history -> List.of(step(StrategyType.FIXED_LIST, history)), UnaryOperator.identity());

    /** A chain of strategies. */
    static Method of(List<StrategyType> strategies) {
        return new Method(strategies.stream().map(StrategyType::wireName).collect(Collectors.joining(", ")),
                history -> strategies.stream().map(type -> step(type, List.of())).toList(),
                UnaryOperator.identity());
    }

    /** This under another name, asked with {@code other}. */
    Method set(String otherName, UnaryOperator<Question> other) {
        return new Method(otherName, chain, other);
    }

    /** The rules for somebody who touched the products of {@code history}, the latest first. */
    PickRules rules(RuleSwitches switches, List<String> history) {
        return switches.with(chain.apply(history));
    }

    private static StrategyStep step(StrategyType type, List<String> products) {
        return new StrategyStep(type, Optional.empty(), products.isEmpty() ? ProductFilter.NONE
                : new ProductFilter(List.of(), List.of(), Optional.empty(), Optional.empty(), 0, products, Map.of()));
    }
}
