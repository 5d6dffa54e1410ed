package dev.inlay.db.campaign;

import dev.inlay.db.TestStore;

/** {@link CampaignStoreContract} on PostgreSQL. */
final class CampaignStorePostgresIT extends CampaignStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
