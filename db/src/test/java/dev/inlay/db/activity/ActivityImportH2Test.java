package dev.inlay.db.activity;

import dev.inlay.db.TestStore;

/** {@link ActivityImportContract} on H2. */
final class ActivityImportH2Test extends ActivityImportContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
