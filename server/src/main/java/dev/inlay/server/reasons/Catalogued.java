package dev.inlay.server.reasons;

import dev.inlay.db.catalogue.Product;
import java.util.List;
import java.util.Optional;

/** What the catalogue says of a product, as sentences name it. */
final class Catalogued {
    private Catalogued() {
    }

    /** The last level of the first category. */
    static Optional<String> category(Product product) {
        return product.hierarchies().stream().filter(path -> !path.isEmpty()).findFirst().map(List::getLast);
    }

    /** The first category from its root, {@code Shoes > Sneakers}. */
    static Optional<String> categoryPath(Product product) {
        return product.hierarchies().stream().filter(path -> !path.isEmpty()).findFirst()
                .map(path -> String.join(" > ", path));
    }

    static Optional<String> brand(Product product) {
        return Optional.ofNullable(product.brand()).map(String::strip).filter(brand -> !brand.isEmpty());
    }
}
