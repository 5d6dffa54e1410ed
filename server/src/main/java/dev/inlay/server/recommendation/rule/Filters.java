package dev.inlay.server.recommendation.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The conditions of a filter, each a rule of its own; those given alone count. */
public final class Filters {
    private Filters() {
    }

    /** What a product must keep to pass {@code filter} at {@code now}, the cheapest to check first. */
    public static List<Rule> of(ProductFilter filter, Instant now) {
        List<Rule> rules = new ArrayList<>();
        if (!filter.productNumbers().isEmpty()) {
            rules.add(new ListFilter(filter.productNumbers()));
        }
        if (!filter.brands().isEmpty()) {
            rules.add(new BrandFilter(filter.brands()));
        }
        if (!filter.categories().isEmpty()) {
            rules.add(new CategoryFilter(filter.categories()));
        }
        if (filter.priceMin().isPresent() || filter.priceMax().isPresent()) {
            rules.add(new PriceFilter(filter.priceMin(), filter.priceMax(), now));
        }
        if (filter.minDiscountPercent() > 0) {
            rules.add(new DiscountFilter(filter.minDiscountPercent(), now));
        }
        new TreeMap<>(filter.attributes()).forEach((name, values) -> rules.add(new AttributeFilter(name, values)));
        filter.also().forEach(other -> rules.addAll(of(other, now)));
        return List.copyOf(rules);
    }
}
