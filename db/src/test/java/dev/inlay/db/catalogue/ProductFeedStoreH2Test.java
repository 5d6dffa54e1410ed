package dev.inlay.db.catalogue;

import dev.inlay.db.TestStore;

/** {@link ProductFeedStoreContract} on H2. */
final class ProductFeedStoreH2Test extends ProductFeedStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
