package dev.inlay.server.recommendation.history;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.History;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A history whose references are products: what strategies read.
 *
 * @param touches views, carts and purchases, newest first
 * @param cart the last cart without what was bought since; empty if it was emptied
 */
public record Shopper(List<Touch> touches, List<String> cart) {
    private static final Duration ONE_ORDER = Duration.ofMinutes(30);

    /** One touch of one product. */
    public record Touch(String product, EventType type, Instant time) { }

    public static Shopper of(History history, Catalogue catalogue) {
        List<Touch> touches = Stream.of(history.events(), history.purchases()).flatMap(Collection::stream)
                .sorted(Comparator.comparingLong(Event::seen).thenComparingLong(Event::id).reversed())
                .flatMap(event -> number(event.product(), catalogue)
                        .map(product -> new Touch(product, event.type(), event.time())).stream())
                .toList();
        return new Shopper(touches, cart(history, catalogue, touches));
    }

    public boolean isEmpty() {
        return touches.isEmpty() && cart.isEmpty();
    }

    /** Distinct products of the touches that {@code wanted} accepts, newest first. */
    public List<String> products(Predicate<Touch> wanted) {
        return touches.stream().filter(wanted).map(Touch::product).distinct().toList();
    }

    /** Purchases, newest first. */
    public List<Touch> purchases() {
        return touches.stream().filter(touch -> touch.type() == EventType.PURCHASE).toList();
    }

    /** The products of the newest order. */
    public List<String> lastOrder() {
        List<Touch> purchases = purchases();
        return purchases.stream()
                .filter(touch -> touch.time().isAfter(purchases.getFirst().time().minus(ONE_ORDER)))
                .map(Touch::product).distinct().toList();
    }

    private static List<String> cart(History history, Catalogue catalogue, List<Touch> touches) {
        return history.cart().map(cart -> {
            List<String> products = new ArrayList<>();
            cart.products().forEach(reference -> number(reference, catalogue).ifPresent(products::add));
            products.removeIf(product -> touches.stream().anyMatch(touch -> touch.type() == EventType.PURCHASE
                    && touch.product().equals(product) && !touch.time().isBefore(cart.time())));
            return products.stream().distinct().toList();
        }).orElse(List.of());
    }

    /** The number of the product that is meant; of one that left the catalogue the number it was named by. */
    private static Optional<String> number(ProductReference reference, Catalogue catalogue) {
        return catalogue.match(reference).map(Product::productNumber).or(reference::productNumber);
    }
}
