package dev.inlay.db.people;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import java.util.List;

/** Whose data is meant. */
public sealed interface Subject {
    /** One tracking user, without whom else it belongs to. */
    record OfTrackingUser(TrackingUserId id) implements Subject { }

    /** All tracking users and orders of a customer. */
    record OfCustomer(CustomerId id) implements Subject { }

    /** All tracking users and orders of an address, by as many of its digests as are known: at least one. */
    record OfEmail(List<EmailKey> keys) implements Subject {
        public OfEmail {
            keys = List.copyOf(keys);
        }
    }

    /** The same as calls and mails name them. */
    default Named named() {
        return switch (this) {
            case OfTrackingUser(TrackingUserId id) -> Named.of(id);
            case OfCustomer(CustomerId id) -> Named.byCustomer(List.of(id));
            case OfEmail(List<EmailKey> keys) -> Named.byEmail(keys);
        };
    }

    static Subject of(Owner owner) {
        return switch (owner.kind()) {
            case TRACKING_USER -> new OfTrackingUser(new TrackingUserId(owner.id()));
            case CUSTOMER -> new OfCustomer(owner.customer());
            case EMAIL -> new OfEmail(List.of(owner.email()));
            case NOBODY -> throw new IllegalArgumentException("an order without buyer is nobody's");
        };
    }
}
