package dev.inlay.server.evaluation;

import dev.inlay.db.activity.Cart;
import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.History;
import dev.inlay.db.identity.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one person did, as the store would tell it: the latest 200 touches of each owner, of 50 products at most. */
final class Histories {
    private static final int EVENTS = 200;
    private static final int PRODUCTS = 50;
    private static final int PURCHASES = 500;

    /** What of one owner was taken, from the newest on. */
    private static final class Latest {
        private final Set<String> products = new HashSet<>();
        private int left = EVENTS;

        /** Whether a touch of {@code product} is told; after the first that is not, none is. */
        boolean take(String product) {
            boolean told = left > 0 && (products.contains(product) || products.size() < PRODUCTS);
            products.add(product);
            left = told ? left - 1 : 0;
            return told;
        }
    }

    private Histories() {
    }

    /** The history that {@code touches}, oldest first, are. */
    static History of(List<PastTouch> touches) {
        List<Event> events = new ArrayList<>();
        List<Event> purchases = new ArrayList<>();
        Map<Owner, Latest> latest = new HashMap<>();
        for (int i = touches.size() - 1; i >= 0; i--) {
            PastTouch touch = touches.get(i);
            if (touch.type() == EventType.PURCHASE) {
                purchases.add(touch.event(i));
            } else if (latest.computeIfAbsent(touch.owner(), owner -> new Latest()).take(touch.product())) {
                events.add(touch.event(i));
            }
        }
        return new History(events, purchases.subList(0, Math.min(PURCHASES, purchases.size())), cart(touches));
    }

    /** Past events tell no whole carts: what was put into one, and not bought since, is taken for the last. */
    private static Optional<Cart> cart(List<PastTouch> touches) {
        Map<String, Event> cart = new HashMap<>();
        for (int i = 0; i < touches.size(); i++) {
            PastTouch touch = touches.get(i);
            if (touch.type() == EventType.CART) {
                cart.put(touch.product(), touch.event(i));
            } else if (touch.type() == EventType.PURCHASE) {
                cart.remove(touch.product());
            }
        }
        List<Event> newestFirst =
                cart.values().stream().sorted(Comparator.comparingLong(Event::id).reversed()).toList();
        return newestFirst.stream().findFirst().map(newest -> new Cart(
                newestFirst.stream().map(Event::product).toList(), newest.seen(), newest.time()));
    }
}
