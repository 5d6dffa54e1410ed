package dev.inlay.server.reasons;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What keeps a product from being shown at a time: the parts of {@link Catalogue#isShowable} that are missing. */
record Shortcomings(Catalogue catalogue, Instant now) {
    /** {@code No title and no price}, or that it left; {@code Could not be shown} of one that is complete by now. */
    String of(String productNumber) {
        return catalogue.find(productNumber).map(this::of).orElse("No longer in the catalogue");
    }

    private String of(Product product) {
        List<String> missing = new ArrayList<>();
        if (isBlank(product.title())) {
            missing.add("no title");
        }
        if (isBlank(product.url())) {
            missing.add("no page");
        }
        if (product.priceAt(now).isEmpty()) {
            missing.add("no price");
        }
        if (catalogue.photo(product).isEmpty()) {
            missing.add(photo(product));
        }
        return missing.isEmpty() ? "Could not be shown" : Words.capitalised(String.join(", ", missing));
    }

    private String photo(Product product) {
        if (isBlank(product.imgUrl())) {
            return "no photo";
        }
        boolean failed = catalogue.photoInAnyState(product).filter(photo -> photo.state() == Photo.State.FAILED)
                .isPresent();
        return failed ? "the photo could not be loaded" : "the photo is not loaded yet";
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
