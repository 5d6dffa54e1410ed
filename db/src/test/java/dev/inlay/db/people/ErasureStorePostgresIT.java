package dev.inlay.db.people;

import dev.inlay.db.TestStore;

final class ErasureStorePostgresIT extends ErasureStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
