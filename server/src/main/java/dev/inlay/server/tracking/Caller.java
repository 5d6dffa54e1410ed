package dev.inlay.server.tracking;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;

/** Whose doing a tracking call tells. */
sealed interface Caller {
    /** A browser or app install, issued by us or brought along by a migrating shop. */
    record Browser(TrackingUserId trackingUser) implements Caller { }

    /** The shop's own account, named by a back end with a secret key. */
    record Account(CustomerId customer) implements Caller { }

    /** Somebody who opted out: nothing is stored. */
    record OptedOut() implements Caller { }

    /** Whose the activity is. */
    default Owner owner() {
        return switch (this) {
            case Browser(TrackingUserId trackingUser) -> Owner.of(trackingUser);
            case Account(CustomerId customer) -> Owner.of(customer);
            case OptedOut() -> throw new IllegalStateException("an opted-out caller owns nothing");
        };
    }
}
