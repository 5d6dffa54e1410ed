package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Product;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Nothing that the shopper bought lately, in whatever variant.
 *
 * @param times when each group of variants was bought last, by its name in {@code groups}
 */
public record Bought(Map<String, Instant> times, VariantGroups groups) implements Rule {
    public Bought {
        times = Map.copyOf(times);
    }

    @Override
    public Optional<Broken> brokenBy(Product product) {
        return times.isEmpty() ? Optional.empty() : Optional.ofNullable(times.get(groups.nameOf(product)))
                .map(time -> new Broken("bought", time.toString()));
    }
}
