package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Product;
import java.util.Optional;

/** One product of a group of variants. */
public record Variant(Chosen chosen) implements Rule {
    @Override
    public Optional<Broken> brokenBy(Product product) {
        return chosen.variantOf(product).map(shown -> new Broken("variant", shown));
    }
}
