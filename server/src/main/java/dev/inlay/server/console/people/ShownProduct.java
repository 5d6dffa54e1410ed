package dev.inlay.server.console.people;

import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A product as the shop named it, and which one of the catalogue that is, if any. */
public record ShownProduct(ProductReference reference, Optional<Product> product) {
    public static ShownProduct of(Catalogue catalogue, ProductReference reference) {
        return new ShownProduct(reference, catalogue.match(reference));
    }

    /** Whether the catalogue has no such product, or several. */
    public boolean isUnmatched() {
        return product.isEmpty() && !reference.isEmpty();
    }

    public String title() {
        return product.map(Product::title).filter(title -> !title.isBlank()).orElseGet(this::name);
    }

    /** What it is called: its number or, unmatched, all that the shop sent. */
    public String name() {
        return product.map(Product::productNumber).orElseGet(() -> Stream.of(reference.productNumber(), reference.url())
                .flatMap(Optional::stream).collect(Collectors.joining(", ")));
    }

    /** Where its picture lies, of the website; empty without product. */
    public Optional<String> picture() {
        return product.map(known -> "/people/tile?product="
                + URLEncoder.encode(known.productNumber(), StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
