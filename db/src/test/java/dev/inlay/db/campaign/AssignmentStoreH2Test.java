package dev.inlay.db.campaign;

import dev.inlay.db.TestStore;

/** {@link AssignmentStoreContract} on H2. */
final class AssignmentStoreH2Test extends AssignmentStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
