package dev.inlay.db.activity;

import java.time.Instant;
import java.util.List;

/** The last cart that a tracking user reported, whole; without products it was emptied. */
public record Cart(List<ProductReference> products, long seen, Instant time) {
    public Cart {
        products = List.copyOf(products);
    }
}
