package dev.inlay.db.activity;

import dev.inlay.db.TestStore;

/** {@link ActivityExportContract} on PostgreSQL. */
final class ActivityExportPostgresIT extends ActivityExportContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
