package dev.inlay.server.evaluation;

import dev.inlay.db.activity.EventType;
import dev.inlay.db.identity.Owner;
import java.util.ArrayList;
import java.util.List;

/** Touches for tests: minutes count from a day in 2026. */
final class Past {
    static final long BEGIN = 1_780_000_000_000L;

    private Past() {
    }

    static PastTouch touch(String person, EventType type, String product, long minute) {
        return new PastTouch(person, new Owner(Owner.Kind.TRACKING_USER, person), type, product,
                BEGIN + 60_000 * minute);
    }

    static PastTouch view(String person, String product, long minute) {
        return touch(person, EventType.VIEW, product, minute);
    }

    /** {@code persons} visits, one after the other, each of all {@code products}. */
    static List<PastTouch> visits(int persons, String... products) {
        List<PastTouch> touches = new ArrayList<>();
        for (int person = 0; person < persons; person++) {
            for (String product : products) {
                touches.add(view(products[0] + person, product, touches.size()));
            }
        }
        return touches;
    }
}
