package dev.inlay.server.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules of a campaign for tests: everything off but what is said. */
record Rules(PickRules rules) {
    static Rules of(StrategyType... types) {
        return of(Arrays.stream(types)
                .map(type -> new StrategyStep(type, Optional.empty(), ProductFilter.NONE)).toList());
    }

    static Rules of(List<StrategyStep> steps) {
        return new Rules(new PickRules(steps, ProductFilter.NONE, List.of(), false, List.of(), List.of(), 180, true));
    }

    Rules filter(ProductFilter filter) {
        return new Rules(new PickRules(rules.steps(), filter, rules.pinnedProducts(), rules.pinnedEvenIfSoldOut(),
                rules.defaultProducts(), rules.excludedProducts(), rules.excludeBoughtDays(), rules.fill()));
    }

    Rules pinned(boolean evenIfSoldOut, String... products) {
        return new Rules(new PickRules(rules.steps(), rules.filter(), List.of(products), evenIfSoldOut,
                rules.defaultProducts(), rules.excludedProducts(), rules.excludeBoughtDays(), rules.fill()));
    }

    Rules defaults(String... products) {
        return new Rules(new PickRules(rules.steps(), rules.filter(), rules.pinnedProducts(), rules.pinnedEvenIfSoldOut(),
                List.of(products), rules.excludedProducts(), rules.excludeBoughtDays(), rules.fill()));
    }

    Rules excluded(String... products) {
        return new Rules(new PickRules(rules.steps(), rules.filter(), rules.pinnedProducts(), rules.pinnedEvenIfSoldOut(),
                rules.defaultProducts(), List.of(products), rules.excludeBoughtDays(), rules.fill()));
    }

    Rules excludeBoughtDays(int days) {
        return new Rules(new PickRules(rules.steps(), rules.filter(), rules.pinnedProducts(), rules.pinnedEvenIfSoldOut(),
                rules.defaultProducts(), rules.excludedProducts(), days, rules.fill()));
    }

    Rules withoutFill() {
        return new Rules(new PickRules(rules.steps(), rules.filter(), rules.pinnedProducts(), rules.pinnedEvenIfSoldOut(),
                rules.defaultProducts(), rules.excludedProducts(), rules.excludeBoughtDays(), false));
    }

    static ProductFilter numbers(String... numbers) {
        return new ProductFilter(List.of(), List.of(), Optional.empty(), Optional.empty(), 0, List.of(numbers), Map.of());
    }

    static ProductFilter category(String... path) {
        return new ProductFilter(List.of(), List.of(List.of(path)), Optional.empty(), Optional.empty(), 0, List.of(), Map.of());
    }
}
