package dev.inlay.db.activity;

import dev.inlay.db.TestStore;

/** {@link ActivityStoreContract} on H2. */
final class ActivityStoreH2Test extends ActivityStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
