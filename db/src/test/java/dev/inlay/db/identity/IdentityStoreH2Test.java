package dev.inlay.db.identity;

import dev.inlay.db.TestStore;

/** {@link IdentityStoreContract} on H2. */
final class IdentityStoreH2Test extends IdentityStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
