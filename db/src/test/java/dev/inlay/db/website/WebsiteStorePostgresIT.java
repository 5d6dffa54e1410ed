package dev.inlay.db.website;

import dev.inlay.db.TestStore;

/** {@link WebsiteStoreContract} on PostgreSQL. */
final class WebsiteStorePostgresIT extends WebsiteStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
