package dev.inlay.db.activity;

import dev.inlay.db.TestStore;

/** {@link ActivityExportContract} on H2. */
final class ActivityExportH2Test extends ActivityExportContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
