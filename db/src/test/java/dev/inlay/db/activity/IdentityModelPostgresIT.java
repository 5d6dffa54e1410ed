package dev.inlay.db.activity;

import dev.inlay.db.TestStore;

/** {@link IdentityModelContract} on PostgreSQL. */
final class IdentityModelPostgresIT extends IdentityModelContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
