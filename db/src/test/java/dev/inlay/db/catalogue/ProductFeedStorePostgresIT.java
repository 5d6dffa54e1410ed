package dev.inlay.db.catalogue;

import dev.inlay.db.TestStore;

/** {@link ProductFeedStoreContract} on PostgreSQL. */
final class ProductFeedStorePostgresIT extends ProductFeedStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
