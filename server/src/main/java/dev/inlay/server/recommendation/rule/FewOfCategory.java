package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Product;
import java.util.Optional;

/** At most {@code max} products of one category. */
public record FewOfCategory(Chosen chosen, int max) implements Rule {
    @Override
    public Optional<Broken> brokenBy(Product product) {
        return Kind.of(product).category().filter(category -> chosen.ofCategory(category) >= max)
                .map(category -> new Broken("category", Kind.words(product.hierarchies().getFirst())));
    }
}
