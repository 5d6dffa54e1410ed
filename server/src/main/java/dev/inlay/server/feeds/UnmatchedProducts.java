package dev.inlay.server.feeds;

import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.catalogue.Catalogue;
import java.util.Optional;

/** Products of orders that the catalogue does not know, or knows several of: how many, and the first by name. */
final class UnmatchedProducts {
    private static final int NAMED = 10;

    private final Catalogue catalogue;
    private final Distinct distinct = new Distinct();

    UnmatchedProducts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What is to be said of {@code product}; empty if the catalogue knows it, or enough was said. */
    Optional<String> check(ProductReference product) {
        if (catalogue.match(product).isPresent() || !distinct.add(name(product)) || distinct.count() > NAMED) {
            return Optional.empty();
        }
        String named = "product '" + ProductText.shown(name(product)) + "' ";
        return Optional.of(named + (catalogue.fitsSeveral(product)
                ? "fits several products of the catalogue: the line counts for none of them"
                : "is not in the catalogue: the line counts once it is imported"));
    }

    int count() {
        return distinct.count();
    }

    /** What is to be said in the end. */
    Optional<String> summary() {
        return Optional.of(distinct.count()).filter(count -> count > NAMED).map(count -> count
                + " products are not in the catalogue, or fit several of its products; the first " + NAMED
                + " are named at their rows");
    }

    private static String name(ProductReference product) {
        return product.productNumber().or(product::url).orElse("");
    }
}
