package dev.inlay.db.activity;

import dev.inlay.db.TestStore;

/** {@link IdentityModelContract} on H2. */
final class IdentityModelH2Test extends IdentityModelContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
