package dev.inlay.db.catalogue;

import java.util.Comparator;
import java.util.function.Predicate;

/**
 * An order of products that {@link Catalogue#inOrder} keeps: make one and use it again.
 *
 * @param takes which products are in it at all; does not depend on time
 * @param comparator of which no two products of different numbers are equal
 */
public record ProductOrder(Predicate<Product> takes, Comparator<Product> comparator) {
    static final ProductOrder BY_NUMBER =
            new ProductOrder(product -> true, Comparator.comparing(Product::productNumber));
}
