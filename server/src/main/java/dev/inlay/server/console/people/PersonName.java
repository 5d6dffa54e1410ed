package dev.inlay.server.console.people;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;

/** What people are called where they are shown. */
final class PersonName {
    private static final int SHORT = 8;

    private PersonName() {
    }

    /** Short enough for a list. */
    static String of(Owner owner) {
        return switch (owner.kind()) {
            case TRACKING_USER -> owner.id().substring(0, SHORT);
            case CUSTOMER -> of(owner.customer());
            case EMAIL -> "an address";
            case NOBODY -> "nobody known";
        };
    }

    /** For the head of a page. */
    static String title(Owner owner) {
        return switch (owner.kind()) {
            case TRACKING_USER -> "Tracking user " + new TrackingUserId(owner.id());
            case CUSTOMER -> owner.customer().hashed() ? "Customer whose id is an address"
                    : "Customer " + owner.customer().value();
            case EMAIL -> "Person known by an address";
            case NOBODY -> "Nobody known";
        };
    }

    static String of(CustomerId customer) {
        return customer.hashed() ? "a customer whose id is an address" : "customer " + customer.value();
    }
}
