package dev.inlay.db.activity;

import java.util.Optional;

/** Tells under which number the catalogue has a product that is named somehow. */
@FunctionalInterface
public interface ProductNames {
    /** Where no catalogue is asked: a product has the number that it is named by. */
    ProductNames AS_TOLD = (websiteId, product) -> product.productNumber();

    /** Empty if {@code product} has no number. */
    Optional<String> productNumber(int websiteId, ProductReference product);
}
