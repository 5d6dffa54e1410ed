package dev.inlay.db.retention;

import dev.inlay.db.TestStore;

/** {@link RetentionStoreContract} on H2. */
final class RetentionStoreH2Test extends RetentionStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
