package dev.inlay.db.campaign;

import dev.inlay.db.TestStore;

/** {@link CampaignStoreContract} on H2. */
final class CampaignStoreH2Test extends CampaignStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
