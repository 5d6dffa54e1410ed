package dev.inlay.db.consent;

import dev.inlay.db.TestStore;

/** {@link ConsentStoreContract} on PostgreSQL. */
final class ConsentStorePostgresIT extends ConsentStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
