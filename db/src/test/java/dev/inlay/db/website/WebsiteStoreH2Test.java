package dev.inlay.db.website;

import dev.inlay.db.TestStore;

/** {@link WebsiteStoreContract} on H2. */
final class WebsiteStoreH2Test extends WebsiteStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
