package dev.inlay.server.recommendation.strategy;

import dev.inlay.db.activity.EventType;
import dev.inlay.server.recommendation.history.Shopper;
import dev.inlay.server.recommendation.index.Gap;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a shopper touched, product by product.
 *
 * @param known newest first
 * @param gap how long ago the newest was touched
 */
record Past(List<Known> known, Gap gap) {
    /**
     * One product of it.
     *
     * @param strongest the most that he did with it: a purchase is more than a cart, a cart more than a view
     * @param last when he touched it last
     */
    record Known(String product, EventType strongest, int touches, Instant last) {
        private Known and(Known earlier) {
            return new Known(product, strongest.compareTo(earlier.strongest) > 0 ? strongest : earlier.strongest,
                    touches + earlier.touches, last);
        }
    }

    static Past of(Shopper shopper, Instant now) {
        Map<String, Known> known = new LinkedHashMap<>();
        for (Shopper.Touch touch : shopper.touches()) {
            known.merge(touch.product(), new Known(touch.product(), touch.type(), 1, touch.time()), Known::and);
        }
        return new Past(List.copyOf(known.values()),
                shopper.touches().isEmpty() ? Gap.LONGER : Gap.between(shopper.touches().getFirst().time(), now));
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    List<String> products() {
        return known.stream().map(Known::product).toList();
    }
}
