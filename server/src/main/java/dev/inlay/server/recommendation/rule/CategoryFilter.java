package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Product;
import java.util.List;
import java.util.Optional;

/** Only products one of whose paths is, or lies below, one of the categories. */
public record CategoryFilter(List<List<String>> categories) implements Rule {
    public CategoryFilter {
        categories = List.copyOf(categories);
    }

    @Override
    public Optional<Broken> brokenBy(Product product) {
        boolean lies = categories.stream()
                .anyMatch(root -> product.hierarchies().stream().anyMatch(path -> lies(path, root)));
        return lies ? Optional.empty() : Optional.of(new Broken("filter.category",
                product.hierarchies().stream().findFirst().map(Kind::words).orElse("")));
    }

    private static boolean lies(List<String> path, List<String> root) {
        if (path.size() < root.size()) {
            return false;
        }
        for (int i = 0; i < root.size(); i++) {
            if (!path.get(i).strip().equalsIgnoreCase(root.get(i).strip())) {
                return false;
            }
        }
        return true;
    }
}
