package dev.inlay.db.activity;

import java.util.Optional;

/** How a shop named a product: by number, by URL or by both. Which product that is, the catalogue tells when read. */
public record ProductReference(Optional<String> productNumber, Optional<String> url) {
    /** Names no product. */
    public static final ProductReference NONE = new ProductReference(Optional.empty(), Optional.empty());

    public static ProductReference ofNumber(String productNumber) {
        return new ProductReference(Optional.of(productNumber), Optional.empty());
    }

    public static ProductReference ofUrl(String url) {
        return new ProductReference(Optional.empty(), Optional.of(url));
    }

    public boolean isEmpty() {
        return productNumber.isEmpty() && url.isEmpty();
    }

    /** Whether {@code other} has the same number or, where one of them has none, the same URL. */
    boolean isSame(ProductReference other) {
        return productNumber.isPresent() && other.productNumber.isPresent()
                ? productNumber.equals(other.productNumber)
                : url.isPresent() && url.equals(other.url);
    }

    /** This with what {@code other} alone tells. */
    ProductReference completedBy(ProductReference other) {
        return new ProductReference(productNumber.or(other::productNumber), url.or(other::url));
    }
}
