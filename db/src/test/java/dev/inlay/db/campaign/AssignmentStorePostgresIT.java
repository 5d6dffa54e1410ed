package dev.inlay.db.campaign;

import dev.inlay.db.TestStore;

/** {@link AssignmentStoreContract} on PostgreSQL. */
final class AssignmentStorePostgresIT extends AssignmentStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
