package dev.inlay.db.statistics;

import dev.inlay.db.TestStore;

/** {@link StatisticsStoreContract} on H2. */
final class StatisticsStoreH2Test extends StatisticsStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
