package dev.inlay.server.reasons;

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
import dev.inlay.server.recommendation.history.Shopper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A shop and a shopper for sentences to tell of; the time stands still. */
final class Told {
    static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private final List<Product> products = new ArrayList<>(Stream.of("tent", "stove", "lamp").map(Told::product)
            .toList());
    private final List<Event> events = new ArrayList<>();
    private Optional<Cart> cart = Optional.empty();

    static Product product(String number) {
        return Product.of(number, Words.capitalised(number), "https://shop.example/" + number,
                "https://img.example/" + number, new BigDecimal("10.00"));
    }

    /** Comes into the catalogue, in the place of one of the same number. */
    Told with(Product product) {
        products.removeIf(other -> other.productNumber().equals(product.productNumber()));
        products.add(product);
        return this;
    }

    Told without(String number) {
        products.removeIf(product -> product.productNumber().equals(number));
        return this;
    }

    Told did(EventType type, String product, Duration ago) {
        Instant time = NOW.minus(ago);
        events.add(new Event(Owner.of(new TrackingUserId("a".repeat(24))), type, ProductReference.ofNumber(product),
                time.toEpochMilli() << 16, events.size(), time));
        return this;
    }

    Told inCart(String... numbers) {
        cart = Optional.of(new Cart(Stream.of(numbers).map(ProductReference::ofNumber).toList(), 1, NOW));
        return this;
    }

    /** All photos are ready but those of {@code photos}. */
    Scene scene(Photo... photos) {
        Map<String, Photo> known = products.stream().map(Product::imgUrl).filter(url -> url != null).distinct()
                .collect(Collectors.toMap(url -> url, url -> new Photo(url, Photo.State.READY, "0", "")));
        Stream.of(photos).forEach(photo -> known.put(photo.url(), photo));
        Catalogue catalogue = Catalogue.of(products, known);
        History history = new History(of(true), of(false), cart);
        return new Scene(catalogue, Shopper.of(history, catalogue), new When(NOW, ZoneId.of("Europe/Prague")));
    }

    private List<Event> of(boolean touches) {
        return events.stream().filter(event -> (event.type() != EventType.PURCHASE) == touches).toList();
    }

    String why(String strategy, String... becauseOf) {
        return why(new Pick("tent", strategy, 1, List.of(becauseOf)));
    }

    String why(Pick pick) {
        return new PickReasons(scene()).of(pick);
    }
}
