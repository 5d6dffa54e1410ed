package dev.inlay.db.statistics;

import dev.inlay.db.TestStore;

/** {@link AttributionStoreContract} on H2. */
final class AttributionStoreH2Test extends AttributionStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
