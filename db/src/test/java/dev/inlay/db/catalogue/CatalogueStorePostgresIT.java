package dev.inlay.db.catalogue;

import dev.inlay.db.TestStore;

/** {@link CatalogueStoreContract} on PostgreSQL. */
final class CatalogueStorePostgresIT extends CatalogueStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
