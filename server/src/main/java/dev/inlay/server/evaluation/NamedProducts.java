package dev.inlay.server.evaluation;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The products that past activity names, made so that each can be picked: of those that the shop's catalogue holds
 * brand, category, variants and, if wanted, stock are known, the others are no more than a number.
 */
final class NamedProducts {
    private static final String PHOTO = "photo";
    private static final Map<String, Photo> PHOTOS =
            Map.of(PHOTO, new Photo(PHOTO, Photo.State.READY, PHOTO, ""));

    private NamedProducts() {
    }

    /** A catalogue of {@code numbers}; what {@code shop} says is sold out is so only where {@code stock} counts. */
    static Catalogue catalogue(Collection<String> numbers, Catalogue shop, boolean stock) {
        List<Product> products = numbers.stream().map(number -> product(number, shop.find(number), stock)).toList();
        return Catalogue.of(products, PHOTOS);
    }

    private static Product product(String number, Optional<Product> known, boolean stock) {
        Product bare = Product.of(number, number, "product:" + number, PHOTO, BigDecimal.ONE);
        return known.map(product -> bare.withBrand(product.brand()).withHierarchies(product.hierarchies())
                .withItemGroupId(product.itemGroupId()).withInStock(!stock || product.inStock())).orElse(bare);
    }
}
