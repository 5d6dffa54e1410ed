package dev.inlay.db.catalogue;

import dev.inlay.db.TestStore;

/** {@link PastOffersContract} on PostgreSQL. */
final class PastOffersPostgresIT extends PastOffersContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
