package dev.inlay.server.console.products;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Price;
import dev.inlay.db.catalogue.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A product in a list, with what it costs now and whether it can be shown. */
public record ProductRow(Product product, ProductState state, Optional<Price> price, Optional<Photo> photo,
        String currency) {
    static ProductRow of(Catalogue catalogue, Product product, String currency, Instant now) {
        return new ProductRow(product, ProductState.of(catalogue, product, now), product.priceAt(now),
                catalogue.photoInAnyState(product), Objects.requireNonNullElse(product.currency(), currency));
    }

    public String title() {
        return product.title() == null || product.title().isBlank() ? "(no title)" : product.title();
    }

    public String brand() {
        return Objects.requireNonNullElse(product.brand(), "");
    }

    public String priceText() {
        return price.map(known -> amount(known.present())).orElse("-");
    }

    public Optional<String> oldPriceText() {
        return price.flatMap(Price::old).map(this::amount);
    }

    public boolean hasPhoto() {
        return photo.filter(known -> known.state() == Photo.State.READY).isPresent();
    }

    /** Why its photo cannot be had. */
    public Optional<String> photoFailure() {
        return photo.map(Photo::failure).filter(reason -> !reason.isEmpty());
    }

    /** Whole, or with two decimals at least. */
    private String amount(BigDecimal amount) {
        BigDecimal shown = amount.scale() == 1 ? amount.setScale(2) : amount;
        return shown.toPlainString() + " " + currency;
    }
}
