package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Product;
import java.util.Optional;

/** At most {@code max} products of one brand. */
public record FewOfBrand(Chosen chosen, int max) implements Rule {
    @Override
    public Optional<Broken> brokenBy(Product product) {
        return Kind.of(product).brand().filter(brand -> chosen.ofBrand(brand) >= max)
                .map(brand -> new Broken("brand", product.brand().strip()));
    }
}
