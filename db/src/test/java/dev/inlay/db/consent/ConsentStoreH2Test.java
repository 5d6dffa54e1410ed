package dev.inlay.db.consent;

import dev.inlay.db.TestStore;

/** {@link ConsentStoreContract} on H2. */
final class ConsentStoreH2Test extends ConsentStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
