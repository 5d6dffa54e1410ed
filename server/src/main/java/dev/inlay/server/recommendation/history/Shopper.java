package dev.inlay.server.recommendation.history;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.History;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A history whose references are products: what strategies read.
 *
 * @param touches views, carts and all purchases, newest first
 * @param inCart the last cart without what was bought since, what was put in last first; empty if it was emptied
 */
public record Shopper(List<Touch> touches, List<Touch> inCart) {
    private static final int KNOWN = 50;
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
        return touches.isEmpty() && inCart.isEmpty();
    }

    /** The products of the cart, what was put in last first. */
    public List<String> cart() {
        return inCart.stream().map(Touch::product).toList();
    }

    /** The 50 products touched last, newest first. */
    public List<KnownProduct> known() {
        SequencedMap<String, KnownProduct> known = new LinkedHashMap<>();
        for (Touch touch : touches) {
            if (known.size() < KNOWN || known.containsKey(touch.product())) {
                known.merge(touch.product(), new KnownProduct(touch.product(), touch.time(), Set.of(touch.type())),
                        (later, earlier) -> later.and(touch.type()));
            }
        }
        return List.copyOf(known.values());
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

    private static List<Touch> cart(History history, Catalogue catalogue, List<Touch> touches) {
        Map<String, Instant> added = last(EventType.CART, touches);
        Map<String, Instant> bought = last(EventType.PURCHASE, touches);
        return history.cart().map(cart -> cart.products().stream()
                .flatMap(reference -> number(reference, catalogue).stream()).distinct()
                .filter(product -> bought.getOrDefault(product, Instant.MIN).isBefore(cart.time()))
                .map(product -> new Touch(product, EventType.CART, added.getOrDefault(product, cart.time())))
                .sorted(Comparator.comparing(Touch::time).reversed()).toList()).orElse(List.of());
    }

    /** When each product was last touched so. */
    private static Map<String, Instant> last(EventType type, List<Touch> touches) {
        Map<String, Instant> last = new HashMap<>();
        touches.stream().filter(touch -> touch.type() == type)
                .forEach(touch -> last.putIfAbsent(touch.product(), touch.time()));
        return last;
    }

    /** The number of the product that is meant; of one that left the catalogue the number it was named by. */
    private static Optional<String> number(ProductReference reference, Catalogue catalogue) {
        return catalogue.match(reference).map(Product::productNumber).or(reference::productNumber);
    }
}
