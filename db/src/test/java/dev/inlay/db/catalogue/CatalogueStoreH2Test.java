package dev.inlay.db.catalogue;

import dev.inlay.db.TestStore;

/** {@link CatalogueStoreContract} on H2. */
final class CatalogueStoreH2Test extends CatalogueStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
