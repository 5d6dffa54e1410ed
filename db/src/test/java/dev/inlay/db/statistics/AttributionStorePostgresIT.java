package dev.inlay.db.statistics;

import dev.inlay.db.TestStore;

/** {@link AttributionStoreContract} on PostgreSQL. */
final class AttributionStorePostgresIT extends AttributionStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
