package dev.inlay.db.identity;

import java.util.Optional;

/**
 * Whom a tracking user belonged to at an earlier time, as is learned only now.
 *
 * @param customer the shop's account, if one is told
 * @param email an address that was kept, by SHA-256, if one is told
 * @param source who said so
 * @param seen as of when, see {@link dev.inlay.db.SeenClock}
 */
public record LateAssociation(TrackingUserId trackingUser, Optional<CustomerId> customer, Optional<EmailKey> email,
        Source source, long seen) {
    boolean isEmpty() {
        return customer.isEmpty() && email.isEmpty();
    }
}
