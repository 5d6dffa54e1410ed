package dev.inlay.db.statistics;

import dev.inlay.db.TestStore;

/** {@link StatisticsStoreContract} on PostgreSQL. */
final class StatisticsStorePostgresIT extends StatisticsStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
