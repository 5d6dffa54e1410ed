package dev.inlay.db.catalogue;

import dev.inlay.db.activity.ProductReference;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One website's products as they stand: a snapshot in memory, replaced as a whole when a run swaps it.
 */
public final class Catalogue {
    /** For tests and small catalogues: {@code products} with their photos by {@code imgUrl}. */
    public static Catalogue of(Collection<Product> products, Map<String, Photo> photos) {
        throw new UnsupportedOperationException("next");
    }

    public Optional<Product> find(String productNumber) {
        throw new UnsupportedOperationException("next");
    }

    /**
     * The product that {@code reference} means: by number, then by URL exactly, then by URL without {@code www.}, query,
     * fragment and trailing slash, then by alias (variant numbers, {@code ean}, {@code extraData.mpn},
     * {@code extraData.id}). Several hits in a step are no hit.
     */
    public Optional<Product> match(ProductReference reference) {
        throw new UnsupportedOperationException("next");
    }

    /** All products by product number. */
    public List<Product> products() {
        throw new UnsupportedOperationException("next");
    }

    /** The photo of {@code product}, if it has one that is ready. */
    public Optional<Photo> photo(Product product) {
        throw new UnsupportedOperationException("next");
    }

    /** Whether a tile can show it: it has a title, a URL, a price at {@code now} and a photo that is ready. */
    public boolean isShowable(Product product, Instant now) {
        throw new UnsupportedOperationException("next");
    }
}
