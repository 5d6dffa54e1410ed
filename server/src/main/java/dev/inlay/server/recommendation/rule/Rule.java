package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Product;
import java.util.List;
import java.util.Optional;

/** What a pick must keep. */
@FunctionalInterface
public interface Rule {
    /** How {@code product} breaks it; empty if it keeps it. */
    Optional<Broken> brokenBy(Product product);

    /** The first of {@code rules} that {@code product} breaks; empty if it keeps them all. */
    static Optional<Broken> firstBroken(List<Rule> rules, Product product) {
        for (Rule rule : rules) {
            Optional<Broken> broken = rule.brokenBy(product);
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }
}
