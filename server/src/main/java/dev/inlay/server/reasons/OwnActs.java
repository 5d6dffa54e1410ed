package dev.inlay.server.reasons;

import dev.inlay.db.activity.EventType;
import dev.inlay.server.recommendation.history.Shopper.Touch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the shopper did with a product. */
record OwnActs(Scene scene) {
    /** The cart where the product lies in it, else the latest act; empty if there was none. */
    Optional<String> latest(String product) {
        if (scene.shopper().cart().contains(product)) {
            return Optional.of(cart(product));
        }
        return Stream.of(EventType.values()).map(type -> scene.touches(product, type))
                .filter(touches -> !touches.isEmpty())
                .reduce((one, other) -> isNewer(one.getFirst(), other.getFirst()) ? one : other)
                .map(this::told);
    }

    /** {@code Viewed 2 hours ago}; {@code otherwise} if that is not in the history any more. */
    String told(String product, EventType type, String otherwise) {
        List<Touch> touches = scene.touches(product, type);
        return touches.isEmpty() ? otherwise : told(touches);
    }

    /** {@code In the cart for 2 hours}. */
    String cart(String product) {
        return scene.touches(product, EventType.CART).stream().findFirst()
                .map(touch -> "In the cart " + scene.when().lasting(touch.time())).orElse("In the cart");
    }

    /** Several lines of one order are one purchase. */
    private String told(List<Touch> touches) {
        Touch newest = touches.getFirst();
        long count = touches.stream().map(Touch::time).distinct().count();
        String times = count == 1 ? " " : " " + count + " times, last ";
        return verb(newest.type()) + times + scene.when().ago(newest.time());
    }

    /** {@code Viewed}, {@code Put into the cart}, {@code Bought}. */
    static String verb(EventType type) {
        return switch (type) {
            case VIEW -> "Viewed";
            case CART -> "Put into the cart";
            case PURCHASE -> "Bought";
        };
    }

    private static boolean isNewer(Touch one, Touch other) {
        return !one.time().isBefore(other.time());
    }
}
