package dev.inlay.db.statistics;

import dev.inlay.db.TestStore;

/** {@link ArmCountsContract} on PostgreSQL. */
final class ArmCountsPostgresIT extends ArmCountsContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
