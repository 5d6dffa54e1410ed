package dev.inlay.db.activity;

import dev.inlay.db.TestStore;

/** {@link OrderStoreContract} on H2. */
final class OrderStoreH2Test extends OrderStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
