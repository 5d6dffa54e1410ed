package dev.inlay.db.identity;

import dev.inlay.db.TestStore;

/** {@link IdentityStoreContract} on PostgreSQL. */
final class IdentityStorePostgresIT extends IdentityStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
