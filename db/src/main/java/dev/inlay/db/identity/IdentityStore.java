package dev.inlay.db.identity;

import dev.inlay.db.Database;
import dev.inlay.db.WriteQueue;
import java.util.List;

/**
 * The one shared identity store: which tracking user belongs to which customer and email, now (contract 3.1).
 *
 * <p>Reads come straight from the store: an association is visible to the next request.
 */
public final class IdentityStore {
    public IdentityStore(Database database) {
    }

    /**
     * Associates {@code trackingUser} with the customer and the email of {@code association}; an earlier other customer or
     * email loses it, with all its activity. Returns once that would survive {@code kill -9}.
     */
    public void associate(int websiteId, TrackingUserId trackingUser, Association association) {
        throw new UnsupportedOperationException("next");
    }

    /** The same inside an entry of the writer that stores more than the association. */
    public void associate(WriteQueue.Writing writing, int websiteId, TrackingUserId trackingUser,
            Association association) {
        throw new UnsupportedOperationException("next");
    }

    /**
     * Resolves the first of {@code candidates} that somebody has: to its most recent tracking user, and if that has a
     * customer, to the customer with all its tracking users, the most recent of the email named first.
     */
    public Identity resolveEmail(int websiteId, List<EmailKey> candidates) {
        throw new UnsupportedOperationException("next");
    }

    /** Resolves the first of {@code candidates} that is known: a tracking user has it, or activity belongs to it. */
    public Identity resolveCustomer(int websiteId, List<CustomerId> candidates) {
        throw new UnsupportedOperationException("next");
    }

    /** Resolves a tracking user: with its customer, all tracking users of that customer, else itself alone. */
    public Identity resolveTrackingUser(int websiteId, TrackingUserId trackingUser) {
        throw new UnsupportedOperationException("next");
    }
}
