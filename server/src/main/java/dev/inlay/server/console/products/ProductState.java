package dev.inlay.server.console.products;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import java.time.Instant;
import java.util.Optional;

/** Whether a product can be shown in a mail, or the first thing that keeps it out. */
public enum ProductState {
    SHOWABLE("showable"),
    NO_TITLE("no title"),
    NO_LINK("no link"),
    NO_PRICE("no price"),
    OUT_OF_STOCK("out of stock"),
    NO_PHOTO_LINK("no photo named"),
    PHOTO_PENDING("photo not fetched yet"),
    PHOTO_FAILED("photo failed");

    private final String label;

    ProductState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The state of {@code product} at {@code now}. */
    public static ProductState of(Catalogue catalogue, Product product, Instant now) {
        if (product.title() == null || product.title().isBlank()) {
            return NO_TITLE;
        }
        if (product.url() == null || product.url().isBlank()) {
            return NO_LINK;
        }
        if (product.priceAt(now).isEmpty()) {
            return NO_PRICE;
        }
        return product.inStock() ? ofPhoto(catalogue, product) : OUT_OF_STOCK;
    }

    private static ProductState ofPhoto(Catalogue catalogue, Product product) {
        if (product.imgUrl() == null || product.imgUrl().isBlank()) {
            return NO_PHOTO_LINK;
        }
        Optional<Photo.State> state = catalogue.photoInAnyState(product).map(Photo::state);
        return switch (state.orElse(Photo.State.PENDING)) {
            case READY -> SHOWABLE;
            case PENDING -> PHOTO_PENDING;
            case FAILED -> PHOTO_FAILED;
        };
    }
}
