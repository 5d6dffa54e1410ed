package dev.inlay.db.activity;

import dev.inlay.db.TestStore;

/** {@link ActivityImportContract} on PostgreSQL. */
final class ActivityImportPostgresIT extends ActivityImportContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
