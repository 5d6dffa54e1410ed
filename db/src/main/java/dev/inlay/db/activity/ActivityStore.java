package dev.inlay.db.activity;

import dev.inlay.db.Database;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import java.util.List;

/**
 * What shoppers did. Every write returns once it would survive {@code kill -9}, whole or not at all.
 */
public final class ActivityStore {
    public ActivityStore(Database database, IdentityStore identities) {
    }

    /** Stores a page view; an empty {@code product} still counts as having been seen. */
    public void recordView(int websiteId, Owner owner, ProductReference product) {
        throw new UnsupportedOperationException("next");
    }

    /** Stores the whole cart in place of the last one; products that were not in the last one become events. */
    public void recordCart(int websiteId, Owner owner, List<ProductReference> products, Association association) {
        throw new UnsupportedOperationException("next");
    }

    /**
     * Stores an order. A second call of the same (website, order number, owner) stores nothing but its association; an
     * order number that another owner reported before is stored for this owner, too, and counted once.
     */
    public void recordConversion(int websiteId, Owner owner, Conversion conversion, Association association) {
        throw new UnsupportedOperationException("next");
    }

    /** The activity that counts for {@code identity}; {@link History#EMPTY} for nobody. */
    public History historyOf(int websiteId, Identity identity) {
        throw new UnsupportedOperationException("next");
    }

    /**
     * Up to {@code limit} events of the website after ({@code seen}, {@code id}), in this order: what an index follows.
     * Orders that were reported twice are told once.
     */
    public List<Event> eventsAfter(int websiteId, long seen, long id, int limit) {
        throw new UnsupportedOperationException("next");
    }
}
