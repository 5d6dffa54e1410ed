package dev.inlay.db.people;

import dev.inlay.db.TestStore;

final class ErasureStoreH2Test extends ErasureStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
