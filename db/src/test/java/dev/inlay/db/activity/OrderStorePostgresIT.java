package dev.inlay.db.activity;

import dev.inlay.db.TestStore;

/** {@link OrderStoreContract} on PostgreSQL. */
final class OrderStorePostgresIT extends OrderStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
