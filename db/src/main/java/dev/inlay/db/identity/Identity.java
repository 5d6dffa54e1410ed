package dev.inlay.db.identity;

import java.util.List;
import java.util.Optional;

/** What the identity store knows of a recipient. */
public sealed interface Identity {
    /**
     * Somebody.
     *
     * @param trackingUsers those whose activity counts, last seen first; may be empty for a customer or an email known
     *        by orders only
     * @param customer the customer they share, if any
     * @param email the address itself, where its own purchases count
     */
    record Known(List<TrackingUserId> trackingUsers, Optional<CustomerId> customer, Optional<EmailKey> email)
            implements Identity {
        public Known {
            trackingUsers = List.copyOf(trackingUsers);
        }
    }

    /** Nobody with this address, customer id or tracking user has been seen. */
    record Unknown() implements Identity { }
}
