package dev.inlay.db.catalogue;

import dev.inlay.db.TestStore;

/** {@link PastOffersContract} on H2. */
final class PastOffersH2Test extends PastOffersContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
