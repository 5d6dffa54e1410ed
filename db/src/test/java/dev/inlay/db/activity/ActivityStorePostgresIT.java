package dev.inlay.db.activity;

import dev.inlay.db.TestStore;

/** {@link ActivityStoreContract} on PostgreSQL. */
final class ActivityStorePostgresIT extends ActivityStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
