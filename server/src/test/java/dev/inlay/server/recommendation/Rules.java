package dev.inlay.server.recommendation;

import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules of a campaign for tests: everything off but what is said. */
record Rules(List<StrategyStep> steps, ProductFilter filter, List<String> pinned, boolean evenIfSoldOut,
        List<String> defaults, List<String> excluded, int excludeBoughtDays, boolean fill) {
    static Rules of(StrategyType... types) {
        return of(Arrays.stream(types)
                .map(type -> new StrategyStep(type, Optional.empty(), ProductFilter.NONE)).toList());
    }

    static Rules of(List<StrategyStep> steps) {
        return new Rules(steps, ProductFilter.NONE, List.of(), false, List.of(), List.of(), 180, true);
    }

    PickRules rules() {
        return rules(Diversity.OFF);
    }

    PickRules rules(Diversity diversity) {
        return new PickRules(steps, filter, new ProductLists(pinned, evenIfSoldOut, defaults, excluded),
                excludeBoughtDays, PickRules.DEFAULT_REMINDER_DAYS, diversity, fill, false);
    }

    Rules filter(ProductFilter value) {
        return new Rules(steps, value, pinned, evenIfSoldOut, defaults, excluded, excludeBoughtDays, fill);
    }

    Rules pinned(boolean soldOutToo, String... products) {
        return new Rules(steps, filter, List.of(products), soldOutToo, defaults, excluded, excludeBoughtDays, fill);
    }

    Rules defaults(String... products) {
        return new Rules(steps, filter, pinned, evenIfSoldOut, List.of(products), excluded, excludeBoughtDays, fill);
    }

    Rules excluded(String... products) {
        return new Rules(steps, filter, pinned, evenIfSoldOut, defaults, List.of(products), excludeBoughtDays, fill);
    }

    Rules excludeBoughtDays(int days) {
        return new Rules(steps, filter, pinned, evenIfSoldOut, defaults, excluded, days, fill);
    }

    Rules withoutFill() {
        return new Rules(steps, filter, pinned, evenIfSoldOut, defaults, excluded, excludeBoughtDays, false);
    }

    static ProductFilter numbers(String... numbers) {
        return filter(List.of(), List.of(numbers));
    }

    static ProductFilter category(String... path) {
        return filter(List.of(List.of(path)), List.of());
    }

    private static ProductFilter filter(List<List<String>> categories, List<String> numbers) {
        return new ProductFilter(List.of(), categories, Optional.empty(), Optional.empty(), 0, numbers, Map.of());
    }
}
