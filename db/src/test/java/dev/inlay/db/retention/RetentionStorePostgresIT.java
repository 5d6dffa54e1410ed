package dev.inlay.db.retention;

import dev.inlay.db.TestStore;

/** {@link RetentionStoreContract} on PostgreSQL. */
final class RetentionStorePostgresIT extends RetentionStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
