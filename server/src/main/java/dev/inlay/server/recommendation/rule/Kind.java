package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Product;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What makes products alike for somebody who looks at them side by side.
 *
 * @param category the first path, to its last level; empty if it has none
 * @param brand empty if it has none
 */
public record Kind(Optional<String> category, Optional<String> brand) {
    public static Kind of(Product product) {
        return new Kind(product.hierarchies().stream().findFirst().filter(path -> !path.isEmpty()).map(Kind::category),
                Optional.ofNullable(product.brand()).filter(brand -> !brand.isBlank()).map(Kind::folded));
    }

    /** {@code path} as people write it. */
    static String words(List<String> path) {
        return path.stream().map(String::strip).collect(Collectors.joining(" > "));
    }

    private static String category(List<String> path) {
        return path.stream().map(Kind::folded).collect(Collectors.joining(">"));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
