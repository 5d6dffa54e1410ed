package dev.inlay.db.statistics;

import dev.inlay.db.TestStore;

/** {@link ArmCountsContract} on H2. */
final class ArmCountsH2Test extends ArmCountsContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
