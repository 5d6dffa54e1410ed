package dev.inlay.server.recommendation;

import dev.inlay.db.activity.Cart;
import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.History;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Products and events for tests of picking; the time stands still. */
final class Shelf {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private static long sequence;

    private Shelf() {
    }

    static Product product(String number) {
        return Product.of(number, "Product " + number, "https://shop.example/" + number, "https://img.example/"
                + number,
                new BigDecimal("10.00"));
    }

    static List<Product> products(String... numbers) {
        return Arrays.stream(numbers).map(Shelf::product).toList();
    }

    /** All {@code products} with a photo that is ready. */
    static Catalogue catalogue(Collection<Product> products) {
        Map<String, Photo> photos = new HashMap<>();
        products.forEach(product -> photos.put(product.imgUrl(),
                new Photo(product.imgUrl(), Photo.State.READY, "0", "")));
        return Catalogue.of(products, photos);
    }

    static Event event(EventType type, String product, Duration ago) {
        return event(Owner.of(new TrackingUserId("a".repeat(24))), type, product, ago);
    }

    static Event event(Owner owner, EventType type, String product, Duration ago) {
        long seen = NOW.minus(ago).toEpochMilli() << 16;
        return new Event(owner, type, ProductReference.ofNumber(product), seen, ++sequence, NOW.minus(ago));
    }

    static Owner shopper(int number) {
        return Owner.of(new TrackingUserId("%024x".formatted(number + 1)));
    }

    /** Newest first: views, carts and purchases told apart. */
    static History history(Event... events) {
        List<Event> touches = new ArrayList<>();
        List<Event> purchases = new ArrayList<>();
        for (Event event : events) {
            (event.type() == EventType.PURCHASE ? purchases : touches).add(event);
        }
        return new History(touches, purchases, Optional.empty());
    }

    /** {@code products} viewed a minute apart, the first one last. */
    static History viewed(String... products) {
        Event[] events = new Event[products.length];
        for (int i = 0; i < products.length; i++) {
            events[i] = event(EventType.VIEW, products[i], Duration.ofMinutes(i + 1));
        }
        return history(events);
    }

    static History withCart(History history, Duration ago, String... products) {
        return new History(history.events(), history.purchases(), Optional.of(new Cart(
                Arrays.stream(products).map(ProductReference::ofNumber).toList(), 1, NOW.minus(ago))));
    }

    static List<String> numbers(List<Pick> picks) {
        return picks.stream().map(Pick::productNumber).toList();
    }
}
